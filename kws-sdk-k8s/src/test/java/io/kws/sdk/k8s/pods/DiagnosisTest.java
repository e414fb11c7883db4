package io.kws.sdk.k8s.pods;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.k8s.TinyCluster;
import io.kws.sdk.k8s.objects.ObjectClient;
import io.kws.sdk.k8s.pods.Problem.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTest {
    private final TinyCluster cluster = new TinyCluster();

    @AfterEach
    void close() {
        cluster.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "failed to resolve reference: docker.io/x/y:1: not found | the image \"kws/web:1\" does not exist",
                "manifest unknown: manifest unknown | the image \"kws/web:1\" does not exist",
                "failed to authorize: unexpected status: 401 Unauthorized | the registry refuses access",
                "unexpected status from HEAD request: 403 Forbidden | the registry refuses access",
                "pull access denied, repository does not exist or may require authorization | or requires credentials for it",
                "dial tcp 10.0.0.1:443: i/o timeout | the image \"kws/web:1\" cannot be pulled",
            })
    void explain_imageThatCannotBePulled_saysWhyAndKeepsTheClustersWords(String message, String told) {
        String reason = new Diagnosis(new ObjectClient(cluster.client()), "default", "kws/web:1", "")
                .explain(new Problem(Kind.IMAGE, "p", message));

        assertThat(reason).contains(told).endsWith(message);
    }
}
