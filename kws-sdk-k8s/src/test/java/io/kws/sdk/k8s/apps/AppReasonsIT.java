package io.kws.sdk.k8s.apps;

import io.kubernetes.client.custom.V1Patch;
import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.util.generic.dynamic.DynamicKubernetesApi;
import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.apps.App;
import io.kws.sdk.k8s.Testbed;
import io.kws.sdk.operations.Waiting;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;

/** Reasons on the testbed. */
class AppReasonsIT extends AppReasonsContract {
    private static final Kws KWS = Testbed.connect();

    @Override
    Node node() {
        return KWS.node("k1");
    }

    @Override
    void breakImage(App app) {
        String patch =
                "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"app\",\"image\":\"kws/absent:9\"}]}}}}";
        node().unwrap(
                        ApiClient.class,
                        api -> new DynamicKubernetesApi("apps", "v1", "deployments", api)
                                .patch(
                                        app.namespace(),
                                        app.name(),
                                        V1Patch.PATCH_FORMAT_STRATEGIC_MERGE_PATCH,
                                        new V1Patch(patch)));
        for (int looks = 0; looks < 100 && !apps().get(app.id()).reason().contains("image"); looks++) {
            Waiting.pause(Duration.ofMillis(200));
        }
    }

    @AfterAll
    static void close() {
        KWS.close();
    }
}
