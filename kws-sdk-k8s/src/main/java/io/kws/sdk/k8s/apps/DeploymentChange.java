package io.kws.sdk.k8s.apps;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.driver.steps.Retry;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.LiveObject;
import io.kws.sdk.k8s.objects.ObjectChange;
import io.kws.sdk.k8s.workloads.Deployment;
import io.kws.sdk.k8s.workloads.Rollout;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A change of a Deployment, undone by going back to the previous version.
 *
 * @param object the Deployment
 * @param previous the version to go back to
 * @param edit makes the change
 * @param isMade whether a Deployment has the change
 */
record DeploymentChange(
        LiveObject object, PreviousRevision previous, Consumer<ObjectNode> edit, Predicate<KubeObject> isMade)
        implements ObjectChange {
    @Override
    public KubeObject create() {
        return object.change(edit);
    }

    @Override
    public Optional<KubeObject> find() {
        return object.now().filter(isMade);
    }

    /** Goes back to the previous version, and waits for it if it served. An app that is gone needs nothing more. */
    @Override
    public void delete(KubeObject changed) {
        goBackIfThere()
                .filter(back -> previous.isServing())
                .ifPresent(back -> new Rollout(object.objects(), new Deployment(back), "").await(state -> {}));
    }

    private Optional<KubeObject> goBackIfThere() {
        try {
            return Retry.of(object.objects().client().timeouts()).call(repetition -> {
                Optional<KubeObject> now = object.now();
                if (now.filter(this::isToGoBack).isEmpty()) {
                    return now;
                }
                goBack();
                return object.now();
            });
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    private boolean isToGoBack(KubeObject now) {
        Deployment deployment = new Deployment(now);
        return deployment.replicas() != previous.replicas()
                || !deployment.revision().equals(previous.revision());
    }

    private void goBack() {
        object.change(now -> {
            if (!isMade.test(new KubeObject(now))) {
                throw new ConflictException("it was changed again meanwhile, and stays as it is");
            }
            ObjectNode spec = now.withObject("/spec");
            spec.set("template", previous.template().json());
            spec.put("replicas", previous.replicas());
        });
    }
}
