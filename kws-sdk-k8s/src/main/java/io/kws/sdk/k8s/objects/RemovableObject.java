package io.kws.sdk.k8s.objects;

import io.kws.sdk.driver.steps.Removable;
import io.kws.sdk.receipts.ResourceKind;

/** An object that a use case removes, by its reference. */
public interface RemovableObject extends Removable<KubeObject> {
    /** {@return names the object} */
    ObjectRef ref();

    @Override
    default ResourceKind kind() {
        return ref().kind().receiptKind();
    }

    @Override
    default String name() {
        return ref().name();
    }

    @Override
    default String id(KubeObject object) {
        return object.uid();
    }
}
