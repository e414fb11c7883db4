package io.kws.sdk.k8s.workloads;

import io.kws.sdk.driver.steps.Waiting;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.internal.text.NearestName;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.UrlProbe;
import io.kws.sdk.k8s.objects.ClusterContext;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.ObjectQuery;
import io.kws.sdk.operations.PollInterval;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * The host names of apps, and the ingress controller that serves them.
 *
 * @param node the node
 */
record IngressHosts(ClusterContext node) {
    private static final String DEFAULT_CLASS = "ingressclass.kubernetes.io/is-default-class";
    private static final PollInterval POLL = new PollInterval(Duration.ofMillis(100), 0.2, Duration.ofSeconds(2));
    private static final int ANSWERS_IN_A_ROW = 5;
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;
    private static final Set<Integer> NO_BACKEND = Set.of(502, 503, 504);

    /** Fails if the configured ingress class does not exist, or none is configured and the cluster has no default. */
    void requireClass() {
        List<KubeObject> classes = node.objects().list(ObjectQuery.of(ApiResource.INGRESS_CLASSES, ""));
        List<String> names = classes.stream().map(KubeObject::name).toList();
        String wanted = node.cluster().ingressClass().orElse("");
        if (!wanted.isEmpty() && !names.contains(wanted)) {
            throw new NotFoundException(
                    "the cluster has no ingress class \"" + wanted + "\"" + NearestName.hint(wanted, names));
        }
        if (wanted.isEmpty() && classes.stream().noneMatch(IngressHosts::isDefault)) {
            throw new NotFoundException("the cluster has no default ingress class; configure one for the node"
                    + NearestName.hint("", names));
        }
    }

    private static boolean isDefault(KubeObject ingressClass) {
        return ingressClass.annotation(DEFAULT_CLASS).equals("true");
    }

    /** Fails if an Ingress other than the app's own has the host. */
    void requireFree(WorkloadLocation location, String app) {
        node.objects().list(ObjectQuery.of(ApiResource.INGRESSES, "")).stream()
                .filter(ingress -> has(ingress, location.host()))
                .filter(ingress -> !ingress.id().equals(location.namespace() + "/" + app))
                .findFirst()
                .ifPresent(ingress -> {
                    throw new ConflictException(
                            "the Ingress %s already has the host \"%s\"".formatted(ingress.id(), location.host()));
                });
    }

    private static boolean has(KubeObject ingress, String host) {
        return StreamSupport.stream(ingress.spec().path("rules").spliterator(), false)
                .anyMatch(rule -> rule.path("host").asText().equals(host));
    }

    /**
     * Waits until the app behind a URL answers, rather than an ingress controller that does not know it yet; several times
     * in a row, as the processes of a controller learn of a new host one after the other.
     */
    void awaitAnswer(URI url, Consumer<String> report) {
        var unused = await(url, IngressHosts::isOfAnApp, report);
    }

    /**
     * Waits until a URL that the ingress controller knows is answered by a replica; a URL that does not answer at all,
     * perhaps because it cannot be reached from here, is not waited for.
     */
    UrlProbe.Answer awaitServed(URI url, Consumer<String> report) {
        return await(url, answer -> !NO_BACKEND.contains(answer.status()), report);
    }

    private UrlProbe.Answer await(URI url, Predicate<UrlProbe.Answer> wanted, Consumer<String> report) {
        return new Waiting(POLL)
                .until(
                        () -> answers(url, wanted, report),
                        wanted,
                        answer -> "the app is available, but " + describe(url, answer));
    }

    /** Returns the first answer that is not wanted, or the last one. */
    private UrlProbe.Answer answers(URI url, Predicate<UrlProbe.Answer> wanted, Consumer<String> report) {
        UrlProbe.Answer answer = node.client().probe(url);
        for (int inARow = 1; inARow < ANSWERS_IN_A_ROW && wanted.test(answer) && answer.status() != 0; inARow++) {
            Waiting.pause(POLL.shortest());
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
