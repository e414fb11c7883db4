package io.kws.sdk.k8s.sweeps;

import io.kws.sdk.config.ClusterConfig;
import io.kws.sdk.k8s.Testbed;

/** The note on the testbed. */
class ConfigMapNoteIT extends ConfigMapNoteContract {
    @Override
    ClusterConfig cluster() {
        return Testbed.cluster().build();
    }
}
