package io.kws.sdk.config;

public abstract class CloudConfig {
    CloudConfig() {}
    public abstract Credentials credentials();
    public abstract java.net.URI authUrl();
    public abstract java.util.Map<String, java.net.URI> endpointOverrides();
    public abstract java.util.Optional<String> region();
    public EndpointInterface endpointInterface() { throw null; }
    public Tls tls() { throw null; }
    public static CloudConfig.AuthUrl builder() { throw null; }

    public interface AuthUrl {
        default CloudConfig.Login authUrl(String authUrl) { throw null; }
        CloudConfig.Login authUrl(java.net.URI authUrl);
    }

    public interface Builder {
        CloudConfig build();
        CloudConfig.Builder endpointInterface(EndpointInterface endpointInterface);
        CloudConfig.Builder putEndpointOverrides(String serviceType, java.net.URI address);
        CloudConfig.Builder region(String region);
        CloudConfig.Builder tls(Tls tls);
    }

    public interface Login {
        CloudConfig.Builder credentials(Credentials credentials);
    }
}
