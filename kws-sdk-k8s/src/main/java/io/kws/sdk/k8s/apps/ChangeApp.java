package io.kws.sdk.k8s.apps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.apps.App;
import io.kws.sdk.apps.AppChange;
import io.kws.sdk.driver.steps.Deadline;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.StepContext;
import io.kws.sdk.driver.steps.Steps;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.workloads.DeploymentJson;
import io.kws.sdk.k8s.workloads.GracefulDrain;
import io.kws.sdk.k8s.workloads.Labels;
import io.kws.sdk.k8s.workloads.LiveObject;
import io.kws.sdk.k8s.workloads.Pods;
import io.kws.sdk.k8s.workloads.Rollout;
import io.kws.sdk.k8s.workloads.TemplateEdit;
import io.kws.sdk.k8s.workloads.WorkloadContext;
import io.kws.sdk.k8s.workloads.WorkloadKind;
import io.kws.sdk.rentals.RentalId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes an app: what it is made of, or how many replicas it has. */
final class ChangeApp {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeApp.class);
    private static final Duration ALLOWED = Duration.ofMinutes(5);

    private final WorkloadContext node;
    private final String nameOrId;
    private final String revision = Labels.newRevision();

    private ChangeApp(WorkloadContext node, String nameOrId) {
        this.node = node;
        this.nameOrId = nameOrId;
    }

    static UseCase<App> redeploy(WorkloadContext node, String nameOrId, AppChange change) {
        return new UseCase<>(
                "redeploy app \"" + nameOrId + "\"",
                change.readyWithin(),
                steps -> new ChangeApp(node, nameOrId).redeploy(steps, change));
    }

    static UseCase<App> scale(WorkloadContext node, String nameOrId, int replicas) {
        return new UseCase<>("scale app \"" + nameOrId + "\" to " + replicas, ALLOWED, steps -> {
            if (replicas < 0) {
                throw new InvalidRequestException(replicas + " replicas cannot be");
            }
            return new ChangeApp(node, nameOrId).scale(steps, replicas);
        });
    }

    static UseCase<App> restart(WorkloadContext node, String nameOrId) {
        return new UseCase<>(
                "restart app \"" + nameOrId + "\"", ALLOWED, steps -> new ChangeApp(node, nameOrId).restart(steps));
    }

    /** The app before the change. */
    private record Found(JsonNode deployment, PreviousRevision former, App app) {
        Found with(PreviousRevision other) {
            return new Found(deployment, other, app);
        }

        RentalId rental() {
            return new RentalId(Labels.get(deployment, Labels.RENTAL));
        }
    }

    private Step<Found> found(Steps steps) {
        return steps.add("find app", context -> {
            JsonNode deployment = node.reader(WorkloadKind.APP).deployment(nameOrId);
            return new Found(
                    deployment,
                    PreviousRevision.serving(node.client(), deployment),
                    node.reader(WorkloadKind.APP).app(deployment));
        });
    }

    private UseCase.ResultReader<App> redeploy(Steps steps, AppChange change) {
        Step<Found> found = found(steps);
        Step<Optional<SecretChange>> secret = steps.add(
                "prepare secret",
                context -> SecretChange.of(node.client(), found.result().deployment(), change, revision),
                found);
        Step<?> made = steps.act(
                "create secret",
                context -> secret.result().flatMap(SecretChange::part).ifPresent(context::make),
                secret);
        Step<JsonNode> changed = steps.add(
                "change deployment", context -> change(context, found.result(), change, secret.result()), made);
        Step<App> available = available(steps, found, changed);
        steps.act("remove the former secret", context -> secret.result().ifPresent(ChangeApp::removeFormer), available);
        return receipt -> available.result();
    }

    /** A change that changes nothing makes no new version. */
    private JsonNode change(StepContext context, Found found, AppChange change, Optional<SecretChange> secret) {
        JsonNode deployment = found.deployment();
        change.replicas().ifPresent(replicas -> requireUnshared(deployment, replicas));
        String name = secret.map(SecretChange::newName).orElse(TemplateEdit.secretName(deployment));
        ObjectNode edited = deployment.deepCopy();
        TemplateEdit.apply(edited, change, name);
        return secret.isEmpty() && edited.equals(deployment)
                ? deployment
                : change(context, found, renewing(json -> TemplateEdit.apply(json, change, name)), this::isMine);
    }

    private Consumer<ObjectNode> renewing(Consumer<ObjectNode> edit) {
        return json -> {
            edit.accept(json);
            TemplateEdit.renew(json, revision);
            new GracefulDrain(node).prepare(json);
        };
    }

    /** The change is made, and the old Secret goes with the app at the latest. */
    private static void removeFormer(SecretChange secret) {
        try {
            secret.removeFormer();
        } catch (KwsException e) {
            LOG.warn("The Secret of an app's former version stays until the app is deleted", e);
        }
    }

    private UseCase.ResultReader<App> scale(Steps steps, int replicas) {
        Step<Found> found = found(steps);
        Step<JsonNode> changed = steps.add(
                "change deployment",
                context -> {
                    requireUnshared(found.result().deployment(), replicas);
                    return change(
                            context,
                            found.result()
                                    .with(PreviousRevision.now(found.result().deployment())),
                            json -> json.withObject("/spec").put("replicas", replicas),
                            json -> json.path("spec").path("replicas").asInt(1) == replicas);
                },
                found);
        Step<App> available = available(steps, found, changed);
        return receipt -> available.result();
    }

    private UseCase.ResultReader<App> restart(Steps steps) {
        Step<Found> found = found(steps);
        Step<JsonNode> changed = steps.add(
                "change deployment",
                context -> change(context, found.result(), renewing(json -> {}), this::isMine),
                found);
        Step<App> available = available(steps, found, changed);
        return receipt -> available.result();
    }

    private boolean isMine(JsonNode deployment) {
        return Labels.revision(deployment).equals(revision);
    }

    private JsonNode change(StepContext context, Found found, Consumer<ObjectNode> edit, Predicate<JsonNode> isMade) {
        LiveObject object = new LiveObject(node.client(), ApiResource.DEPLOYMENTS, found.deployment());
        return context.make(new DeploymentChange(object, found.former(), edit, isMade));
    }

    private static void requireUnshared(JsonNode deployment, int replicas) {
        boolean hasStorage =
                deployment.path("spec").path("strategy").path("type").asText().equals("Recreate");
        if (hasStorage && replicas > 1) {
            throw new InvalidRequestException(
                    replicas + " replicas cannot share the storage; an app with storage has one");
        }
    }

    private Step<App> available(Steps steps, Step<Found> found, Step<JsonNode> changed) {
        Step<JsonNode> rolledOut = steps.add(
                "wait until available", context -> rolledOut(context, found.result(), changed.result()), changed);
        return steps.add("hand over", context -> handedOver(context, found.result(), rolledOut.result()), rolledOut);
    }

    private JsonNode rolledOut(StepContext context, Found found, JsonNode changed) {
        return new Rollout(node.client(), Pods.namespace(changed), Pods.name(changed))
                .await(found.rental(), Labels.revision(changed), context::report);
    }

    /** Leaves half of the time for what comes after it; a cancel still goes back to the former version, Secret and all. */
    private App handedOver(StepContext context, Found found, JsonNode deployment) {
        App app = new DeploymentJson(node.client().node())
                .read(deployment, found.app().url(), "");
        return Deadline.after(Deadline.current().remaining().dividedBy(2)).during(() -> {
            new GracefulDrain(node).await(deployment, app, context::report);
            return app;
        });
    }
}
