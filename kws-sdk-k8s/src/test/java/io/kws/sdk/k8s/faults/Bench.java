package io.kws.sdk.k8s.faults;

import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.apis.CoreV1Api;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.config.ClusterConfig;
import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.faults.Eavesdropper;
import io.kws.sdk.faults.FaultBench;
import io.kws.sdk.operations.PollInterval;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.sandbox.Leftover;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.sandbox.SandboxNode;
import io.kws.sdk.secrets.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A cluster for one case at a time, a client of it that no fault has met, and others that faults strike. They last for many
 * cases, and do without TLS, as most of a case's time would go into new connections.
 */
final class Bench extends FaultBench {
    /** The name of what is made. */
    static final String NAME = "web-1";

    /** The secret that images are pulled with; always there. */
    static final String PULL_SECRET = "pull";

    /** How long an attempt may take where faults are of time. */
    static final Duration SHORT_ATTEMPT = Duration.ofMillis(250);

    private static final Duration LONG_ATTEMPT = Duration.ofSeconds(10);
    private static final Duration A_MOMENT = Duration.ofMillis(50);

    final SandboxNode cluster;
    final Node clean;
    private final Node patient;
    private final Node impatient;
    private final Sandbox sandbox = Sandbox.start("k1");
    private final List<Kws> connected = new ArrayList<>();

    Bench() {
        cluster = sandbox.node("k1");
        clean = connect(LONG_ATTEMPT);
        patient = connect(LONG_ATTEMPT);
        impatient = connect(SHORT_ATTEMPT);
        var unused = clean.unwrap(ApiClient.class, Bench::makePullSecret);
    }

    private static V1Secret makePullSecret(ApiClient api) {
        V1Secret secret = new V1Secret()
                .metadata(new V1ObjectMeta().name(PULL_SECRET))
                .stringData(Map.of("login", Eavesdropper.SECRET + " of the registry"));
        try {
            return new CoreV1Api(api).createNamespacedSecret("default", secret).execute();
        } catch (ApiException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected List<String> secrets() {
        return List.of(cluster.cluster().token());
    }

    /** Returns the client for a case; a new one where the credentials are refused, which clients remember. */
    Node client(FaultCase one) {
        if (one.mishap().isOfTime()) {
            return one.attempt().equals(SHORT_ATTEMPT) ? impatient : connect(one.attempt());
        }
        return one.mishap().name().equals("answer 401") ? connect(LONG_ATTEMPT) : patient;
    }

    private Node connect(Duration attempt) {
        ClusterConfig config = ClusterConfig.server(cluster.cluster().plainServer())
                .token(Secret.of(cluster.cluster().token()))
                .baseDomain("localhost")
                .ingressPort(cluster.cluster().ingressPort())
                .build();
        Kws kws = Kws.builder()
                .timeouts(timeouts(attempt))
                .node(NodeConfig.builder().name("k1").kubernetes(config).build())
                .build();
        connected.add(kws);
        return kws.node("k1");
    }

    private static Timeouts timeouts(Duration attempt) {
        return Timeouts.builder()
                .attempt(attempt)
                .retries(2)
                .firstPause(Duration.ofMillis(1))
                .longestPause(Duration.ofMillis(50))
                .patience(Duration.ofMillis(200))
                .pollInterval(PollInterval.every(Duration.ofMillis(2)))
                .rollback(Duration.ofSeconds(5))
                .build();
    }

    /** Returns the kinds of what is there once what is under way in the cluster has ended. */
    List<String> leftovers() {
        cluster.runAhead(A_MOMENT);
        return cluster.leftovers().stream()
                .filter(leftover -> !leftover.name().equals("default/" + PULL_SECRET))
                .map(Leftover::kind)
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        connected.forEach(Kws::close);
        sandbox.close();
    }
}
