package io.kws.sdk.k8s.fleet;

import io.kws.sdk.config.ClusterConfig;
import io.kws.sdk.k8s.Testbed;

/** The note on the testbed. */
class ClusterNoteIT extends ClusterNoteContract {
    @Override
    ClusterConfig cluster() {
        return Testbed.cluster().build();
    }
}
