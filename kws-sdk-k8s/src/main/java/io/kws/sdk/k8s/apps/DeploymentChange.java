package io.kws.sdk.k8s.apps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.driver.steps.Waiting;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.k8s.workloads.Labels;
import io.kws.sdk.k8s.workloads.LiveObject;
import io.kws.sdk.k8s.workloads.ObjectChange;
import io.kws.sdk.k8s.workloads.Rollout;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.rentals.RentalId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A change of a Deployment, undone by going back to the former version.
 *
 * @param object the Deployment
 * @param former the version to go back to
 * @param edit makes the change
 * @param isMade whether a Deployment has the change
 */
record DeploymentChange(
        LiveObject object, PreviousRevision former, Consumer<ObjectNode> edit, Predicate<JsonNode> isMade)
        implements ObjectChange {
    @Override
    public JsonNode create() {
        return object.change(edit);
    }

    @Override
    public Optional<JsonNode> find() {
        return object.now().filter(isMade);
    }

    /** Goes back to the former version, and waits for it if it served. */
    @Override
    public void delete(JsonNode made) {
        Timeouts timeouts = object.client().timeouts();
        for (int repetitions = 0; !isBack(); repetitions++) {
            try {
                goBack();
            } catch (NotFoundException e) {
                return; // gone, and nothing more is needed
            } catch (KwsException e) {
                if (!e.isRetryable() || repetitions >= timeouts.retries()) {
                    throw e;
                }
                Waiting.pause(timeouts.pauseBefore(repetitions));
            }
        }
        if (former.serves()) {
            RentalId rental = new RentalId(Labels.get(object.before(), Labels.RENTAL));
            new Rollout(object.client(), object.namespace(), name()).await(rental, former.revision(), state -> {});
        }
    }

    /** An app that is gone needs nothing more. */
    private boolean isBack() {
        return object.now()
                .map(now -> PreviousRevision.now(now).replicas() == former.replicas()
                        && Labels.revision(now).equals(former.revision()))
                .orElse(true);
    }

    private void goBack() {
        object.change(now -> {
            if (!isMade.test(now)) {
                throw new ConflictException("it was changed by another meanwhile, and stays so");
            }
            ObjectNode spec = now.withObject("/spec");
            spec.set("template", former.template());
            spec.put("replicas", former.replicas());
        });
    }
}
