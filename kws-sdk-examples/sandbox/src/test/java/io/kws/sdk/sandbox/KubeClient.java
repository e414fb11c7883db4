package io.kws.sdk.sandbox;

import io.kws.sdk.sandbox.Client.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A client of one cluster that trusts its certificate and knows nothing of Kubernetes but its tokens. */
final class KubeClient {
    static final String DEPLOYMENTS = "/apis/apps/v1/namespaces/default/deployments";
    static final String REPLICA_SETS = "/apis/apps/v1/namespaces/default/replicasets";
    static final String PODS = "/api/v1/namespaces/default/pods";
    static final String SECRETS = "/api/v1/namespaces/default/secrets";
    private static final Duration PAUSE = Duration.ofMillis(2);

    private final HttpClient http;
    private final String base;
    private final String token;

    KubeClient(SandboxCluster cluster, String token) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trusting(cluster.certificate()))
                .build();
        this.base = cluster.server().toString();
        this.token = token;
    }

    private static SSLContext trusting(String pem) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(
                    "sandbox",
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Reply get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    Reply post(String path, String body) {
        return send("POST", path, body);
    }

    Reply put(String path, String body) {
        return send("PUT", path, body);
    }

    Reply delete(String path, String body) {
        return send("DELETE", path, body);
    }

    /** Sends a patch of a kind, such as merge-patch+json. */
    Reply patch(String path, String kind, String body) {
        return send("PATCH", path, body, "Content-Type", "application/" + kind);
    }

    private HttpRequest request(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .setHeader("Content-Type", "application/json");
        if (!token.isEmpty()) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return request.build();
    }

    private Reply send(String method, String path, String body, String... headers) {
        return new Reply(send(request(method, path, body, headers), BodyHandlers.ofString()));
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Opens an answer that comes line by line, to be closed. */
    Stream<String> lines(String path) {
        return send(request("GET", path, ""), BodyHandlers.ofLines()).body();
    }

    /** Asks again and again until the answer is as wanted. */
    Reply await(String path, Predicate<Reply> wanted) {
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        Reply reply = get(path);
        while (!wanted.test(reply)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Still not as wanted: " + reply.text());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            reply = get(path);
        }
        return reply;
    }

    /** Makes a Deployment of one container. */
    Reply deploy(String name, String image, String more) {
        return post(DEPLOYMENTS, """
            {"metadata": {"name": "%1$s"}, "spec": {"selector": {"matchLabels": {"app": "%1$s"}}, "template": {
              "metadata": {"labels": {"app": "%1$s"}},
              "spec": {"containers": [{"name": "app", "image": "%2$s" %3$s}]}}}}
            """.formatted(name, image, more.isEmpty() ? "" : ", " + more));
    }

    /** Waits until as many Pods of a Deployment are available. */
    Reply awaitAvailable(String name, int count) {
        return await(
                DEPLOYMENTS + "/" + name,
                reply -> reply.at("/status/availableReplicas").asInt() == count
                        && reply.at("/status/replicas").asInt() == count
                        && reply.at("/status/updatedReplicas").asInt() == count
                        && reply.at("/status/observedGeneration").equals(reply.at("/metadata/generation")));
    }

    /** Waits until the first Pod with that label shows a text at a place, and returns the list. */
    Reply awaitPod(String app, String pointer, String wanted) {
        return await(
                PODS + "?labelSelector=app%3D" + app,
                reply -> reply.string("/items/0" + pointer).contains(wanted));
    }
}
