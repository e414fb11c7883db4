package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.steps.Waiting;
import io.kws.sdk.errors.AccessDeniedException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.internal.text.NearestName;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.Request;
import io.kws.sdk.k8s.client.UrlProbe;
import io.kws.sdk.operations.PollInterval;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * The host names of apps, and the ingress controller behind them.
 *
 * @param node where
 */
record IngressHosts(WorkloadContext node) {
    private static final String DEFAULT_CLASS = "ingressclass.kubernetes.io/is-default-class";
    private static final PollInterval PACE = new PollInterval(Duration.ofMillis(100), 0.2, Duration.ofSeconds(2));
    private static final int ENOUGH = 5;
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;
    private static final Set<Integer> NOBODY_SERVES = Set.of(502, 503, 504);

    /** Fails if the configured class does not exist, or none is configured and the cluster has no default one. */
    void requireClass() {
        unlessForbidden(() -> {
            List<JsonNode> classes = node.client().list(Request.list(ApiResource.INGRESS_CLASSES, ""));
            List<String> names = classes.stream().map(IngressHosts::name).toList();
            String wanted = node.cluster().ingressClass().orElse("");
            if (!wanted.isEmpty() && !names.contains(wanted)) {
                throw new NotFoundException(
                        "the cluster has no ingress class \"" + wanted + "\"" + NearestName.hint(wanted, names));
            }
            if (wanted.isEmpty() && classes.stream().noneMatch(IngressHosts::isDefault)) {
                throw new NotFoundException("the cluster has no default ingress class; configure the node with one"
                        + NearestName.hint("", names));
            }
        });
    }

    private static boolean isDefault(JsonNode ingressClass) {
        return ingressClass
                .path("metadata")
                .path("annotations")
                .path(DEFAULT_CLASS)
                .asText()
                .equals("true");
    }

    /** Fails if an Ingress other than that of an app has the host. */
    void requireFree(WorkloadLocation place, String app) {
        unlessForbidden(() -> node.client().list(Request.list(ApiResource.INGRESSES, "")).stream()
                .filter(ingress -> has(ingress, place.host()))
                .filter(ingress -> !isOf(ingress, place.namespace(), app))
                .findFirst()
                .ifPresent(ingress -> {
                    throw new ConflictException("the host \"%s\" is taken by the Ingress %s/%s"
                            .formatted(
                                    place.host(),
                                    ingress.path("metadata").path("namespace").asText(),
                                    name(ingress)));
                }));
    }

    private static boolean isOf(JsonNode ingress, String namespace, String app) {
        return Pods.namespace(ingress).equals(namespace) && name(ingress).equals(app);
    }

    private static boolean has(JsonNode ingress, String host) {
        return StreamSupport.stream(ingress.path("spec").path("rules").spliterator(), false)
                .anyMatch(rule -> rule.path("host").asText().equals(host));
    }

    private static String name(JsonNode object) {
        return object.path("metadata").path("name").asText();
    }

    /** Some credentials are good for one namespace only, and see nothing of the rest of the cluster. */
    void unlessForbidden(Runnable check) {
        try {
            check.run();
        } catch (AccessDeniedException e) {
            return; // the cluster itself will tell
        }
    }

    /**
     * Waits until a URL answers as an app does, rather than as an ingress controller without one; several times in a row,
     * as not all of a controller's processes hear of a new host at once.
     */
    void awaitAnswer(URI url, Consumer<String> report) {
        var unused = await(url, IngressHosts::isOfAnApp, report);
    }

    /**
     * Waits until a URL of an app that is known to its ingress controller is not answered by that in the app's place; one
     * that is not answered at all, be it that it cannot be reached from here, is not waited for.
     */
    UrlProbe.Answer awaitServed(URI url, Consumer<String> report) {
        return await(url, answer -> !NOBODY_SERVES.contains(answer.status()), report);
    }

    private UrlProbe.Answer await(URI url, Predicate<UrlProbe.Answer> wanted, Consumer<String> report) {
        return new Waiting(PACE)
                .until(
                        () -> answers(url, wanted, report),
                        wanted,
                        answer -> "the app is available, but " + describe(url, answer));
    }

    /** Returns the first answer that is not wanted, or the last one. */
    private UrlProbe.Answer answers(URI url, Predicate<UrlProbe.Answer> wanted, Consumer<String> report) {
        UrlProbe.Answer answer = node.client().probe(url);
        for (int inARow = 1; inARow < ENOUGH && wanted.test(answer) && answer.status() != 0; inARow++) {
            Waiting.pause(PACE.shortest());
            answer = node.client().probe(url);
        }
        report.accept(describe(url, answer));
        return answer;
    }

    private static boolean isOfAnApp(UrlProbe.Answer answer) {
        return answer.status() != 0 && answer.status() != NOT_FOUND && answer.status() < SERVER_ERROR;
    }

    private static String describe(URI url, UrlProbe.Answer answer) {
        return answer.status() == 0
                ? "%s did not answer (%s)".formatted(url, answer.problem())
                : "%s answered %d".formatted(url, answer.status());
    }
}
