package io.kws.sdk.k8s.apps;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.apps.App;
import io.kws.sdk.apps.AppChange;
import io.kws.sdk.driver.steps.Deadline;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.StepContext;
import io.kws.sdk.driver.steps.Steps;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.driver.values.AppValue;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.k8s.objects.ClusterContext;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.Labels;
import io.kws.sdk.k8s.objects.LiveObject;
import io.kws.sdk.k8s.objects.ManagedKind;
import io.kws.sdk.k8s.workloads.Deployment;
import io.kws.sdk.k8s.workloads.GracefulDrain;
import io.kws.sdk.k8s.workloads.Rollout;
import io.kws.sdk.k8s.workloads.TemplateEdit;
import io.kws.sdk.k8s.workloads.WorkloadKind;
import io.kws.sdk.k8s.workloads.WorkloadReader;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes an app: its version, or how many replicas it has. */
final class ChangeApp {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeApp.class);
    private static final Duration ALLOWED = Duration.ofMinutes(5);

    private final ClusterContext node;
    private final WorkloadReader reader;
    private final String nameOrId;
    private final String revision = Labels.newRevision();

    private ChangeApp(ClusterContext node, String nameOrId) {
        this.node = node;
        this.reader = new WorkloadReader(node, WorkloadKind.APP);
        this.nameOrId = nameOrId;
    }

    static UseCase<App> redeploy(ClusterContext node, String nameOrId, AppChange change) {
        return new UseCase<>(
                "redeploy app \"" + nameOrId + "\"",
                change.readyWithin(),
                steps -> new ChangeApp(node, nameOrId).redeploy(steps, change));
    }

    static UseCase<App> scale(ClusterContext node, String nameOrId, int replicas) {
        return new UseCase<>("scale app \"" + nameOrId + "\" to " + replicas, ALLOWED, steps -> {
            if (replicas < 0) {
                throw new InvalidRequestException("the number of replicas must be at least 0, was " + replicas);
            }
            return new ChangeApp(node, nameOrId).scale(steps, replicas);
        });
    }

    static UseCase<App> restart(ClusterContext node, String nameOrId) {
        return new UseCase<>(
                "restart app \"" + nameOrId + "\"", ALLOWED, steps -> new ChangeApp(node, nameOrId).restart(steps));
    }

    /**
     * The app before the change.
     *
     * @param object its Deployment
     * @param previous the version to go back to
     * @param app the app
     */
    private record Found(KubeObject object, PreviousRevision previous, App app) {
        Found with(PreviousRevision other) {
            return new Found(object, other, app);
        }

        Deployment deployment() {
            return new Deployment(object);
        }

        /** Returns what happens to the app if the change fails. */
        String fallback() {
            String effect = deployment().isRecreated() ? "goes back to " : "keeps running ";
            return previous.isServing() ? "the app " + effect + previous.image() : "";
        }
    }

    private Step<Found> found(Steps steps) {
        return steps.add("find app", context -> {
            KubeObject deployment = reader.deployment(nameOrId);
            return new Found(deployment, PreviousRevision.serving(node.objects(), deployment), reader.app(deployment));
        });
    }

    private UseCase.ResultReader<App> redeploy(Steps steps, AppChange change) {
        Step<Found> found = found(steps);
        Step<Optional<SecretChange>> secret = steps.add(
                "prepare secret",
                context -> SecretChange.of(node.objects(), found.result().object(), change, revision),
                found);
        Step<?> created = steps.act(
                "create secret",
                context -> secret.result().flatMap(SecretChange::resource).ifPresent(context::make),
                secret);
        Step<KubeObject> changed = steps.add(
                "change deployment", context -> change(context, found.result(), change, secret.result()), created);
        Step<App> available = available(steps, found, changed);
        steps.act(
                "remove the previous secret",
                context -> secret.result().ifPresent(ChangeApp::removePrevious),
                available);
        return receipt -> available.result();
    }

    /** A change that changes nothing does not begin a new version. */
    private KubeObject change(StepContext context, Found found, AppChange change, Optional<SecretChange> secret) {
        change.replicas().ifPresent(replicas -> requireUnshared(found.deployment(), replicas));
        String name =
                secret.map(SecretChange::newName).orElse(found.deployment().secretName());
        ObjectNode edited = found.object().copy();
        TemplateEdit.apply(edited, change, name);
        return secret.isEmpty() && edited.equals(found.object().json())
                ? found.object()
                : change(context, found, renewing(json -> TemplateEdit.apply(json, change, name)), this::isMine);
    }

    private Consumer<ObjectNode> renewing(Consumer<ObjectNode> edit) {
        return json -> {
            edit.accept(json);
            TemplateEdit.renew(json, revision);
            new GracefulDrain(node).prepare(json);
        };
    }

    /** The change is complete, and the old Secret is deleted with the app at the latest, so a failure is only logged. */
    private static void removePrevious(SecretChange secret) {
        try {
            secret.removePrevious();
        } catch (KwsException e) {
            LOG.warn("The Secret of an app's previous version stays until the app is deleted", e);
        }
    }

    private UseCase.ResultReader<App> scale(Steps steps, int replicas) {
        Step<Found> found = found(steps);
        Step<KubeObject> changed = steps.add(
                "change deployment",
                context -> {
                    requireUnshared(found.result().deployment(), replicas);
                    return change(
                            context,
                            found.result()
                                    .with(PreviousRevision.now(found.result().object())),
                            json -> json.withObject("/spec").put("replicas", replicas),
                            deployment -> new Deployment(deployment).replicas() == replicas);
                },
                found);
        Step<App> available = available(steps, found, changed);
        return receipt -> available.result();
    }

    private UseCase.ResultReader<App> restart(Steps steps) {
        Step<Found> found = found(steps);
        Step<KubeObject> changed = steps.add(
                "change deployment",
                context -> change(context, found.result(), renewing(json -> {}), this::isMine),
                found);
        Step<App> available = available(steps, found, changed);
        return receipt -> available.result();
    }

    private boolean isMine(KubeObject deployment) {
        return new Deployment(deployment).revision().equals(revision);
    }

    private KubeObject change(
            StepContext context, Found found, Consumer<ObjectNode> edit, Predicate<KubeObject> isMade) {
        LiveObject object = new LiveObject(node.objects(), ManagedKind.DEPLOYMENT, found.object());
        return context.make(new DeploymentChange(object, found.previous(), edit, isMade));
    }

    private static void requireUnshared(Deployment deployment, int replicas) {
        if (deployment.isRecreated() && replicas > 1) {
            throw new InvalidRequestException("an app with storage can have at most 1 replica, was " + replicas);
        }
    }

    private Step<App> available(Steps steps, Step<Found> found, Step<KubeObject> changed) {
        Step<KubeObject> rolledOut = steps.add(
                "wait until available",
                context -> new Rollout(
                                node.objects(),
                                new Deployment(changed.result()),
                                found.result().fallback())
                        .await(context::report),
                changed);
        return steps.add("hand over", context -> handedOver(context, found.result(), rolledOut.result()), rolledOut);
    }

    /** Leaves half of the time for the steps after it; a cancel still goes back to the previous version and Secret. */
    private App handedOver(StepContext context, Found found, KubeObject deployment) {
        AppValue.Builder builder = new Deployment(deployment).app(node.client().node(), "");
        found.app().url().ifPresent(builder::url);
        App app = builder.build();
        return Deadline.after(Deadline.current().remaining().dividedBy(2)).during(() -> {
            new GracefulDrain(node).await(deployment, app, context::report);
            return app;
        });
    }
}
