package io.kws.sdk.k8s.objects;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.k8s.TinyCluster;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubeObjectTest {
    private static final KubeObject FULL = object("""
            {"metadata":{"name":"web","namespace":"lab","uid":"u1","resourceVersion":"7","generation":3,
              "creationTimestamp":"2026-01-01T00:00:00Z","deletionTimestamp":"2026-01-02T00:00:00Z",
              "labels":{"kws.rental":"r1"},"annotations":{"note":"hello","at":"2026-01-03T00:00:00Z"}},
             "spec":{"template":{"metadata":{"labels":{"kws.revision":"v1"}}}},
             "status":{"conditions":[{"type":"Ready","status":"False","message":"not yet"}]},
             "newIn2030":{},"data":{"password":"secret"}}""");

    private static KubeObject object(String json) {
        return new KubeObject(TinyCluster.json(json));
    }

    @Test
    void fields_ofAnObject_areRead() {
        assertThat(FULL.id()).isEqualTo("lab/web");
        assertThat(FULL.uid()).isEqualTo("u1");
        assertThat(FULL.resourceVersion()).isEqualTo("7");
        assertThat(FULL.generation()).isEqualTo(3);
        assertThat(FULL.rental()).isEqualTo("r1");
        assertThat(FULL.annotation("note")).isEqualTo("hello");
        assertThat(FULL.timeAnnotation("at")).contains(Instant.parse("2026-01-03T00:00:00Z"));
        assertThat(FULL.created()).contains(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(FULL.isBeingDeleted()).isTrue();
        assertThat(FULL.template().label(Labels.REVISION)).isEqualTo("v1");
        assertThat(FULL.condition("Ready", "False")).contains("not yet");
        assertThat(FULL.condition("Ready", "True")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"metadata\":{\"labels\":null,\"annotations\":{\"at\":\"yesterday\"}}}"})
    void fields_thatAreMissing_areEmpty(String json) {
        KubeObject object = object(json);

        assertThat(object.id()).isEmpty();
        assertThat(object.rental()).isEmpty();
        assertThat(object.labels()).isEmpty();
        assertThat(object.timeAnnotation("at")).isEmpty();
        assertThat(object.created()).isEmpty();
        assertThat(object.isBeingDeleted()).isFalse();
        assertThat(object.template().spec().isMissingNode()).isTrue();
        assertThat(object.condition("Ready", "True")).isEmpty();
    }

    @Test
    void toString_ofAnyObject_tellsNoContent() {
        assertThat(FULL).hasToString("lab/web");
    }

    @Test
    void copy_edited_leavesTheObjectAsItIs() {
        FULL.copy().putObject("metadata");

        assertThat(FULL.name()).isEqualTo("web");
    }
}
