package io.kws.sdk.k8s.client;

import io.kws.sdk.driver.http.HttpSender;
import io.kws.sdk.driver.http.ServiceRequest;
import io.kws.sdk.errors.ConfigurationException;
import io.kws.sdk.errors.NodeUnavailableException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** Requests the URLs of apps to see whether they answer. Accepts any certificate, as it sends no credentials. */
public final class UrlProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final OkHttpClient CLIENT = client();

    private final HttpSender sender;

    UrlProbe(HttpSender sender) {
        this.sender = sender;
    }

    /**
     * The answer of a URL.
     *
     * @param status the HTTP status; 0 if there was no answer
     * @param problem the reason why there was none; empty if there was one
     */
    public record Answer(int status, String problem) {}

    Answer ask(URI url) {
        ServiceRequest request = new ServiceRequest("GET", "the app", url);
        try {
            return new Answer(sender.send(new OkHttpTransport(CLIENT), request).status(), "");
        } catch (NodeUnavailableException | ConfigurationException e) {
            Throwable cause = e.getCause();
            return new Answer(0, cause == null || cause.getMessage() == null ? e.reason() : cause.getMessage());
        }
    }

    private static OkHttpClient client() {
        TrustAll trust = new TrustAll();
        try {
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, new TrustManager[] {trust}, null);
            return new OkHttpClient.Builder()
                    .callTimeout(PATIENCE)
                    .followRedirects(false)
                    .followSslRedirects(false)
                    .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                    .dns(UrlProbe::lookup)
                    .sslSocketFactory(tls.getSocketFactory(), trust)
                    .hostnameVerifier((host, session) -> true)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no TLS", e);
        }
    }

    /** Names below localhost lead to this machine (RFC 6761), which not every resolver knows. */
    private static List<InetAddress> lookup(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host.endsWith(".localhost") ? "localhost" : host));
    }

    private static final class TrustAll implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
