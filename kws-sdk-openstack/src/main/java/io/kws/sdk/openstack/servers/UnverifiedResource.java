package io.kws.sdk.openstack.servers;

import io.kws.sdk.driver.steps.Removable;
import io.kws.sdk.driver.steps.Resource;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.receipts.ResourceKind;

/**
 * A part of which nobody knows whether it is there; removing it fails for that reason.
 *
 * @param part the part
 * @param why why it could not be looked for
 */
record UnverifiedResource(Resource<?> part, KwsException why) implements Removable<String> {
    @Override
    public ResourceKind kind() {
        return part.kind();
    }

    @Override
    public String name() {
        return part.name();
    }

    @Override
    public String id(String made) {
        return made;
    }

    @Override
    public void delete(String made) {
        throw why;
    }
}
