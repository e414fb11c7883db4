package io.kws.sdk.k8s.apps;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.apps.App;
import io.kws.sdk.apps.AppReadiness;
import io.kws.sdk.apps.AppRental;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.k8s.transport.Api;
import io.kws.sdk.k8s.transport.Request;
import io.kws.sdk.operations.Step;
import io.kws.sdk.operations.StepContext;
import io.kws.sdk.operations.Steps;
import io.kws.sdk.operations.UseCase;
import io.kws.sdk.rentals.Rental;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Deploys an app. */
final class Deploy {
    private final AppNode node;
    private final AppSpec spec;
    private final Rental rental;
    private final Place place;
    private final Hosts hosts;
    private final AppModels models;
    private final String revision = Labels.newRevision();

    private Deploy(AppNode node, AppSpec spec) {
        this.node = node;
        this.spec = spec;
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        this.rental =
                new Rental(spec.rentalId(), spec.owner(), start, spec.term().map(start::plus));
        this.place = Place.of(spec, node.cluster(), node.gate()::preferredNamespace);
        this.hosts = new Hosts(node);
        this.models = new AppModels(spec, rental, place, revision);
    }

    static UseCase<AppRental> useCase(AppNode node, AppSpec spec) {
        return new UseCase<>(
                "deploy app \"" + spec.name() + "\"",
                spec.readyWithin(),
                steps -> new Deploy(node, spec).define(steps));
    }

    private UseCase.ResultReader<AppRental> define(Steps steps) {
        Step<?>[] prepared = prepared(steps, checked(steps));
        Step<JsonNode> deployment = steps.add(
                "create deployment",
                context -> context.make(part(Api.DEPLOYMENTS, spec.name(), models::deployment)),
                prepared);
        Step<?> service = steps.act(
                "create service",
                context -> context.make(part(Api.SERVICES, spec.name(), () -> models.service(deployment.result()))),
                deployment);
        Step<?> ingress = ingress(steps, deployment);
        Step<JsonNode> available = steps.add(
                "wait until available",
                context -> new Rollout(node.gate(), place.namespace(), spec.name())
                        .await(rental.id(), revision, context::report),
                deployment);
        if (spec.readyWhen() instanceof AppReadiness.UrlAnswers wanted) {
            steps.act(
                    "wait until the URL answers",
                    context -> hosts.awaitAnswer(place.url().orElseThrow().resolve(wanted.path()), context::report),
                    available,
                    service,
                    ingress);
        }
        return receipt -> new AppRental(app(available.result()), rental, receipt);
    }

    /** What can be known to fail is found before anything is made. */
    private Step<?>[] checked(Steps steps) {
        List<Step<?>> checks = new ArrayList<>();
        checks.add(steps.act("check the name", context -> requireFreeName()));
        if (!place.host().isEmpty()) {
            checks.add(steps.act("check the ingress class", context -> hosts.requireClass()));
            checks.add(steps.act("check the host", context -> hosts.requireFree(place, spec.name())));
        }
        if (!spec.imagePullSecret().isEmpty()) {
            checks.add(steps.act("find the image pull secret", context -> requireSecret(spec.imagePullSecret())));
        }
        if (!spec.tlsSecret().isEmpty()) {
            checks.add(steps.act("find the TLS secret", context -> requireSecret(spec.tlsSecret())));
        }
        return checks.toArray(Step<?>[]::new);
    }

    /** Makes what must be there before the Deployment. */
    private Step<?>[] prepared(Steps steps, Step<?>[] checked) {
        Step<?>[] before = checked;
        if (place.isOwners()) {
            before = new Step<?>[] {
                steps.act(
                        "prepare the namespace",
                        context -> new OwnerNamespace(node, spec.owner(), rental.id()).ensure(context),
                        checked)
            };
        }
        List<Step<?>> made = new ArrayList<>(List.of(before));
        if (!spec.secrets().isEmpty()) {
            made.add(steps.act(
                    "create secret",
                    context -> context.make(part(Api.SECRETS, models.secretName(), models::secret)),
                    before));
        }
        if (spec.storage().isPresent()) {
            made.add(steps.act(
                    "create storage",
                    context -> context.make(part(
                            Api.PERSISTENT_VOLUME_CLAIMS,
                            spec.name(),
                            () -> models.claim(spec.storage().get()))),
                    before));
        }
        return made.toArray(Step<?>[]::new);
    }

    private Step<?> ingress(Steps steps, Step<JsonNode> deployment) {
        if (place.host().isEmpty()) {
            return steps.known("");
        }
        return steps.act("create ingress", context -> createIngress(context, deployment.result()), deployment);
    }

    /** Of two that take one host at once, at least the later one sees the other. */
    private void createIngress(StepContext context, JsonNode deployment) {
        String ingressClass = node.cluster().ingressClass().orElse("");
        context.make(part(Api.INGRESSES, spec.name(), () -> models.ingress(deployment, ingressClass)));
        hosts.requireFree(place, spec.name());
    }

    private Part part(Api api, String name, Supplier<?> model) {
        return new Part(new Removal(node.gate(), api, place.namespace(), name), rental.id(), model);
    }

    /** A name deployed twice is a request made twice. */
    private void requireFreeName() {
        node.gate()
                .find(Request.get(Api.DEPLOYMENTS, place.namespace(), spec.name()))
                .ifPresent(found -> {
                    String other = Labels.get(found, Labels.RENTAL);
                    throw new ConflictException("the namespace \"%s\" has %s of that name already; %s"
                            .formatted(
                                    place.namespace(),
                                    other.isEmpty() ? "a Deployment" : "an app (rental " + other + ")",
                                    other.isEmpty()
                                            ? "take another name"
                                            : "redeploy or delete it, or take another name"));
                });
    }

    private void requireSecret(String name) {
        hosts.unlessForbidden(() -> node.gate().send(Request.get(Api.SECRETS, place.namespace(), name)));
    }

    private App app(JsonNode deployment) {
        return new AppJson(node.gate().node()).read(deployment, place.url(), "");
    }
}
