package io.kws.sdk.k8s.ides;

import com.sun.net.httpserver.HttpServer;
import io.kws.sdk.driver.steps.UseCaseRunner;
import io.kws.sdk.ides.IdeSpec;
import io.kws.sdk.k8s.TinyCluster;
import io.kws.sdk.k8s.objects.ClusterContext;
import io.kws.sdk.secrets.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** IDEs on a tiny cluster, with something that answers at their URLs. */
final class Desk implements AutoCloseable {
    static final String DEPLOYMENT = "/apis/apps/v1/default/deployments/lab";
    static final String CLAIM = "/api/v1/default/persistentvolumeclaims/lab-workspace";

    final TinyCluster cluster = new TinyCluster();
    private final HttpServer web = serve();
    final ClusterContext node = new ClusterContext(
            cluster.client(),
            new UseCaseRunner("tiny", cluster.context().threads(), TinyCluster.QUICK),
            cluster.config()
                    .baseDomain("localhost")
                    .ingressPort(web.getAddress().getPort())
                    .build());
    final KubernetesIdes ides = new KubernetesIdes(node);

    private static HttpServer serve() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/healthz", exchange -> {
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static IdeSpec.Options lab() {
        return IdeSpec.builder().name("lab").password(Secret.of("hunter22"));
    }

    @Override
    public void close() {
        cluster.close();
        web.stop(0);
    }
}
