package io.kws.sdk.k8s.objects;

import io.kws.sdk.driver.steps.Resource;
import io.kws.sdk.receipts.Outcome;

/** A change of an object that exists; undone by changing it back. */
public interface ObjectChange extends RemovableObject, Resource<KubeObject> {
    /** {@return what is changed} */
    LiveObject object();

    @Override
    default ObjectRef ref() {
        return object().ref();
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
