package io.kws.sdk.k8s.client;

import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.util.ClientBuilder;
import io.kubernetes.client.util.KubeConfig;
import io.kubernetes.client.util.credentials.AccessTokenAuthentication;
import io.kubernetes.client.util.credentials.Authentication;
import io.kubernetes.client.util.credentials.ClientCertificateAuthentication;
import io.kubernetes.client.util.credentials.KubeconfigAuthentication;
import io.kubernetes.client.util.credentials.RefreshAuthentication;
import io.kubernetes.client.util.credentials.UsernamePasswordAuthentication;
import io.kws.sdk.config.ClusterConfig;
import io.kws.sdk.config.Tls;
import io.kws.sdk.errors.ConfigurationException;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes client-java's client from the configured source of credentials; tries no other one. */
final class ApiClients {
    private final ClusterConfig cluster;

    ApiClients(ClusterConfig cluster) {
        this.cluster = cluster;
    }

    /** A client, and the namespace that its configuration prefers; empty if none. */
    record Client(ApiClient api, String namespace) {}

    /**
     * Reads the configuration and makes a client.
     *
     * @throws ConfigurationException if a file is missing or wrong
     */
    Client open() {
        try {
            Optional<Path> kubeconfig = cluster.kubeconfig();
            if (kubeconfig.isPresent()) {
                return byKubeconfig(kubeconfig.get());
            }
            Optional<URI> server = cluster.server();
            return server.isPresent() ? byServer(server.get()) : inCluster();
        } catch (IOException e) {
            throw new ConfigurationException("cannot read the configuration of the cluster: " + e.getMessage(), e);
        } catch (ConfigurationException e) {
            throw e;
        } catch (RuntimeException e) { // its message may show a line of the file, and so a secret
            throw new ConfigurationException("client-java cannot use the configuration of the cluster ("
                    + e.getClass().getSimpleName() + "); check the kubeconfig or the certificates");
        }
    }

    private Client byKubeconfig(Path file) throws IOException {
        KubeConfig config = read(file);
        String context = cluster.context().orElse(String.valueOf(config.getCurrentContext()));
        if (!config.setContext(context)) {
            throw new ConfigurationException(file + " has no context named \"" + context + "\"");
        }
        ClientBuilder builder = ClientBuilder.kubeconfig(config);
        Authentication way = builder.getAuthentication() instanceof KubeconfigAuthentication chosen
                ? chosen.getDelegateAuthentication()
                : builder.getAuthentication();
        // client-java takes "no credentials" for credentials that it could not get
        if (!isCredential(way) && namesCredentials(config)) {
            throw new ConfigurationException(
                    "the credentials of context \"" + context + "\" in " + file + " could not be obtained");
        }
        ApiClient api = builder.build();
        requireKey(api, way instanceof ClientCertificateAuthentication);
        return new Client(api, Optional.ofNullable(config.getNamespace()).orElse(""));
    }

    private static boolean isCredential(Authentication way) {
        return way instanceof AccessTokenAuthentication
                || way instanceof ClientCertificateAuthentication
                || way instanceof UsernamePasswordAuthentication
                || way instanceof RefreshAuthentication;
    }

    private static KubeConfig read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            KubeConfig config = KubeConfig.loadKubeConfig(reader);
            config.setFile(file.toAbsolutePath().toFile());
            return config;
        }
    }

    /** Tells whether the context's user names any way to log in. */
    private static boolean namesCredentials(KubeConfig config) {
        return config.getContexts().stream()
                .filter(entry -> isNamed(entry, config.getCurrentContext()))
                .map(entry -> inner(entry, "context").get("user"))
                .flatMap(user -> config.getUsers() == null
                        ? List.of().stream()
                        : config.getUsers().stream().filter(entry -> isNamed(entry, String.valueOf(user))))
                .anyMatch(entry -> !inner(entry, "user").isEmpty());
    }

    private static boolean isNamed(Object entry, String name) {
        return entry instanceof Map<?, ?> map && name.equals(map.get("name"));
    }

    private static Map<?, ?> inner(Object entry, String key) {
        return entry instanceof Map<?, ?> map && map.get(key) instanceof Map<?, ?> inner ? inner : Map.of();
    }

    private Client inCluster() throws IOException {
        if (System.getenv("KUBERNETES_SERVICE_HOST") == null) {
            throw new ConfigurationException("in-cluster: this program does not run in a cluster"
                    + " (no KUBERNETES_SERVICE_HOST in its environment)");
        }
        Path namespace = Path.of("/var/run/secrets/kubernetes.io/serviceaccount/namespace");
        return new Client(
                ClientBuilder.cluster().build(),
                Files.exists(namespace) ? Files.readString(namespace).strip() : "");
    }

    private Client byServer(URI server) throws IOException {
        Tls tls = cluster.tls();
        ClientBuilder builder = new ClientBuilder();
        builder.setBasePath(server.toString().replaceAll("/+$", ""));
        builder.setVerifyingSsl(tls.isVerified());
        if (tls.authorities().isPresent()) {
            builder.setCertificateAuthority(Files.readAllBytes(tls.authorities().get()));
        }
        Optional<Authentication> authentication = authentication(tls);
        authentication.ifPresent(builder::setAuthentication);
        ApiClient api = builder.build();
        requireKey(api, authentication.orElse(null) instanceof ClientCertificateAuthentication);
        return new Client(api, "");
    }

    private Optional<Authentication> authentication(Tls tls) throws IOException {
        if (cluster.token().isPresent()) {
            return cluster.token().map(token -> new AccessTokenAuthentication(token.reveal()));
        }
        if (tls.clientCertificate().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ClientCertificateAuthentication(
                Files.readAllBytes(tls.clientCertificate().get()),
                Files.readAllBytes(tls.clientKey().orElseThrow())));
    }

    /** client-java only logs that it cannot read a key, and goes on as nobody. */
    private static void requireKey(ApiClient api, boolean isCertificate) {
        if (isCertificate && api.getKeyManagers() == null) {
            throw new ConfigurationException("the client certificate or its key cannot be read");
        }
    }
}
