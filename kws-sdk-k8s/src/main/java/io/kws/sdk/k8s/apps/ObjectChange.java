package io.kws.sdk.k8s.apps;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.steps.Resource;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.ResourceKind;

/** A change of an object that is there; undone by changing it back. */
public interface ObjectChange extends Resource<JsonNode> {
    /** {@return what is changed} */
    Present object();

    @Override
    default ResourceKind kind() {
        return Removal.kind(object().api());
    }

    @Override
    default String name() {
        return Pods.name(object().before());
    }

    @Override
    default String id(JsonNode made) {
        return Removal.uid(made);
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
