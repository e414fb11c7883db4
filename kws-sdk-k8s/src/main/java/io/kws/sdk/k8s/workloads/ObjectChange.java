package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.steps.Resource;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.ResourceKind;

/** A change of an object that is there; undone by changing it back. */
public interface ObjectChange extends Resource<JsonNode> {
    /** {@return what is changed} */
    LiveObject object();

    @Override
    default ResourceKind kind() {
        return ObjectRemoval.kind(object().api());
    }

    @Override
    default String name() {
        return Pods.name(object().before());
    }

    @Override
    default String id(JsonNode made) {
        return ObjectRemoval.uid(made);
    }

    @Override
    default Outcome whenMade() {
        return Outcome.CHANGED;
    }

    @Override
    default Outcome whenUndone() {
        return Outcome.RESTORED;
    }
}
