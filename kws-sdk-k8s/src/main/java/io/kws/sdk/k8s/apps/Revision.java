package io.kws.sdk.k8s.apps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.k8s.transport.Api;
import io.kws.sdk.k8s.transport.Gate;
import io.kws.sdk.k8s.transport.Request;
import io.kws.sdk.operations.Resource;
import io.kws.sdk.operations.Waiting;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A change of a Deployment, undone by going back to the former version.
 *
 * @param gate where
 * @param before the Deployment as it was found
 * @param former the version to go back to
 * @param edit makes the change
 * @param isMade whether a Deployment has the change
 */
record Revision(Gate gate, JsonNode before, Former former, Consumer<ObjectNode> edit, Predicate<JsonNode> isMade)
        implements Resource<JsonNode> {
    @Override
    public ResourceKind kind() {
        return ResourceKind.DEPLOYMENT;
    }

    @Override
    public String name() {
        return before.path("metadata").path("name").asText();
    }

    @Override
    public Outcome whenMade() {
        return Outcome.CHANGED;
    }

    @Override
    public Outcome whenUndone() {
        return Outcome.RESTORED;
    }

    @Override
    public String id(JsonNode made) {
        return Removal.uid(made);
    }

    @Override
    public JsonNode create() {
        return change(read().orElseThrow(() -> new NotFoundException("the app is not there any more")), edit);
    }

    @Override
    public Optional<JsonNode> find() {
        return read().filter(isMade);
    }

    /** The controller writes to the Deployment as well, so a change may come between reading and writing. */
    private JsonNode change(JsonNode read, Consumer<ObjectNode> how) {
        JsonNode now = read;
        for (int repetitions = 0; ; repetitions++) {
            ObjectNode changed = now.deepCopy();
            how.accept(changed);
            try {
                return gate.send(Request.replace(Api.DEPLOYMENTS, namespace(), changed));
            } catch (ConflictException e) {
                if (repetitions >= gate.timeouts().retries()) {
                    throw e;
                }
            }
            now = read().orElseThrow(() -> new NotFoundException("the app is not there any more"));
        }
    }

    private Optional<JsonNode> read() {
        return gate.find(Request.get(Api.DEPLOYMENTS, namespace(), name()))
                .filter(now -> Removal.uid(now).equals(Removal.uid(before)));
    }

    private String namespace() {
        return before.path("metadata").path("namespace").asText();
    }

    /** Goes back to the former version, and waits for it if it served. */
    @Override
    public void delete(JsonNode made) {
        for (int repetitions = 0; !isBack(); repetitions++) {
            try {
                goBack();
            } catch (KwsException e) {
                if (!e.isRetryable() || repetitions >= gate.timeouts().retries()) {
                    throw e;
                }
                Waiting.pause(gate.timeouts().pauseBefore(repetitions));
            }
        }
        if (former.serves()) {
            RentalId rental = new RentalId(Labels.get(before, Labels.RENTAL));
            new Rollout(gate, namespace(), name()).await(rental, former.revision(), state -> {});
        }
    }

    /** An app that is gone needs nothing more. */
    private boolean isBack() {
        return read().map(now -> Former.now(now).replicas() == former.replicas()
                        && Labels.revision(now).equals(former.revision()))
                .orElse(true);
    }

    private void goBack() {
        Optional<JsonNode> now = read();
        if (now.isEmpty()) {
            return;
        }
        if (!isMade.test(now.get())) {
            throw new ConflictException("it was changed by another meanwhile, and stays so");
        }
        change(now.get(), deployment -> {
            ObjectNode spec = deployment.withObject("/spec");
            spec.set("template", former.template());
            spec.put("replicas", former.replicas());
        });
    }
}
