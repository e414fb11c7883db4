package io.kws.sdk.k8s.apps;

import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.util.generic.dynamic.DynamicKubernetesApi;
import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.k8s.Testbed;
import org.junit.jupiter.api.AfterAll;

/** Apps on the testbed. */
class AppsIT extends AppsContract {
    private static final Kws KWS = Testbed.connect();

    @Override
    Node node() {
        return KWS.node("k1");
    }

    /** The namespaces of owners stay, as their apps come and go. */
    @AfterAll
    static void close() {
        KWS.node("k1")
                .unwrap(
                        ApiClient.class,
                        api -> new DynamicKubernetesApi("", "v1", "namespaces", api)
                                .delete(OwnerNamespace.name(ALICE)));
        KWS.close();
    }
}
