package io.kws.sdk.k8s.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.k8s.TinyCluster;
import io.kws.sdk.k8s.workloads.Problem.Kind;
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
            value = {
                "failed to resolve reference: docker.io/x/y:1: not found | the image does not exist",
                "manifest unknown: manifest unknown | the image does not exist",
                "failed to authorize: unexpected status: 401 Unauthorized | the registry refuses access",
                "unexpected status from HEAD request: 403 Forbidden | the registry refuses access",
                "pull access denied, repository does not exist or may require authorization | or does not have it",
                "dial tcp 10.0.0.1:443: i/o timeout | the image cannot be pulled",
            })
    void tell_imageThatCannotBePulled_saysWhyAndKeepsTheClustersWords(String message, String told) {
        String reason = new Diagnosis(cluster.client(), "default").tell(new Problem(Kind.IMAGE, "p", message));

        assertThat(reason).contains(told).endsWith(message);
    }
}
