package io.kws.sdk.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TraceTest {
    private static final String ID = "3c8f3435-49d2-4361-b9c7-bde58ea47882";

    private final Trace trace = new Trace();

    private void call(String service, String request, int status) {
        String[] parts = request.split(" ", 2);
        trace.called(new Call("kws1", service, parts[0], parts[1], status, Duration.ofMillis(12), "req-1"));
    }

    @Test
    void toString_pollsOneAfterTheOther_areOneLine() {
        call("compute", "POST /v2.1/servers", 202);
        call("compute", "GET /v2.1/servers/" + ID, 200);
        call("compute", "GET /v2.1/servers/" + ID, 200);
        call("network", "GET /v2.0/ports", 0);

        assertThat(trace.toString().lines().map(String::strip))
                .containsExactly(
                        "12 ms  kws1 compute        POST /v2.1/servers: 202",
                        "24 ms  kws1 compute        GET /v2.1/servers/3c8f3435...: 200, 2 times",
                        "12 ms  kws1 network        GET /v2.0/ports: no answer");
    }

    @Test
    void toMermaid_drawsEachServiceOnce() {
        call("identity", "POST /v3/auth/tokens", 201);
        call("compute", "GET /v2.1/servers?name=a;b#c", 200);
        call("identity", "POST /v3/auth/tokens", 201);

        assertThat(trace.toMermaid()).isEqualTo("""
                sequenceDiagram
                    participant program
                    participant p0 as identity of kws1
                    participant p1 as compute of kws1
                    program->>p0: POST /v3/auth/tokens
                    p0-->>program: 201
                    program->>p1: GET /v2.1/servers?name=a#59;b#35;c
                    p1-->>program: 200
                    program->>p0: POST /v3/auth/tokens
                    p0-->>program: 201
                """);
    }

    @Test
    void toString_valuesThatMayBeSecret_areLeftOut() {
        call("object-store", "GET /v1/box/a?temp_url_sig=abc123&temp_url_expires=5", 200);

        assertThat(trace.toString()).doesNotContain("abc123").contains("temp_url_sig=...&temp_url_expires=5");
    }

    @Test
    void called_more_forgetsTheOldest() {
        for (int i = 0; i <= Trace.LONGEST; i++) {
            call("compute", "GET /" + i, 200);
        }

        assertThat(trace.calls()).hasSize(Trace.LONGEST);
        assertThat(trace.calls().get(0).path()).isEqualTo("/1");
        trace.clear();
        assertThat(trace.calls()).isEmpty();
        assertThat(trace.toString()).isEmpty();
    }
}
