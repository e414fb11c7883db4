package io.kws.sdk.config;

public abstract class ClusterConfig {
    ClusterConfig() {}
    public abstract java.util.Optional<String> baseDomain();
    public abstract java.util.Optional<String> context();
    public abstract java.util.Optional<String> ingressClass();
    public abstract java.util.Optional<String> namespace();
    public abstract java.util.Optional<io.kws.sdk.secrets.Secret> token();
    public abstract java.util.Optional<java.net.URI> server();
    public abstract java.util.Optional<java.nio.file.Path> kubeconfig();
    public int ingressPort() { throw null; }
    public OwnerLimits ownerLimits() { throw null; }
    public Tls tls() { throw null; }
    public static ClusterConfig.Login server(java.net.URI server) { throw null; }
    public static ClusterConfig.Options inCluster() { throw null; }
    public static ClusterConfig.Options kubeconfig(java.nio.file.Path file) { throw null; }

    public interface Login extends ClusterConfig.Options {
        ClusterConfig.Login tls(Tls tls);
        ClusterConfig.Login token(io.kws.sdk.secrets.Secret token);
    }

    public interface Options {
        ClusterConfig build();
        ClusterConfig.Options baseDomain(String baseDomain);
        ClusterConfig.Options context(String context);
        ClusterConfig.Options ingressClass(String ingressClass);
        ClusterConfig.Options ingressPort(int ingressPort);
        ClusterConfig.Options namespace(String namespace);
        ClusterConfig.Options ownerLimits(OwnerLimits ownerLimits);
    }
}
