package io.kws.sdk.k8s.apps;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.util.generic.dynamic.DynamicKubernetesApi;
import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.apps.AppChange;
import io.kws.sdk.apps.AppRental;
import io.kws.sdk.apps.LogLine;
import io.kws.sdk.apps.LogQuery;
import io.kws.sdk.apps.LogStream;
import io.kws.sdk.k8s.Testbed;
import io.kws.sdk.k8s.namespaces.OwnerNamespace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Apps on the testbed. */
class AppsIT extends AppsContract {
    private static final Kws KWS = Testbed.connect();

    @Override
    Node node() {
        return KWS.node("k1");
    }

    @Test
    void follow_redeployedAndRestarted_goesOnWithTheNewReplicas() {
        AppRental rental = deploy(web("followed"));
        String app = rental.app().id();

        try (LogStream stream = apps().follow(app, LogQuery.tail(100))) {
            LogLine first = lineOf(stream, "starting web 1");
            apps().redeploy(app, AppChange.ofImage("kws/web:2"));
            LogLine second = lineOf(stream, "starting web 2");
            exec(rental.app(), "kill", "-TERM", "1");
            LogLine third = lineOf(stream, "starting web 2");
            apps().delete(app);

            assertThat(second.replica()).isNotEqualTo(first.replica());
            assertThat(third.replica()).isEqualTo(second.replica());
            assertThat(stream).toIterable().extracting(LogLine::text).doesNotContain("starting web 2 on 8080");
        }
    }

    private static LogLine lineOf(LogStream stream, String beginning) {
        LogLine line = stream.next();
        while (!line.text().startsWith(beginning)) {
            line = stream.next();
        }
        return line;
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
