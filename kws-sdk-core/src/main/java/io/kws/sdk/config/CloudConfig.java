package io.kws.sdk.config;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** How to reach an OpenStack and log in to it. Immutable; prints no secret. */
@Value.Immutable
public abstract class CloudConfig {
    CloudConfig() {}

    /** {@return where to begin: with Keystone's address} */
    public static AuthUrl builder() {
        return authUrl -> credentials ->
                ImmutableCloudConfig.newBuilder().authUrl(authUrl).credentials(credentials);
    }

    /** {@return Keystone's address, ending in {@code /v3} whether or not it was given so} */
    public abstract URI authUrl();

    /** {@return with what to log in} */
    public abstract Credentials credentials();

    /** {@return the region whose services to use; empty for the first of the catalog} */
    public abstract Optional<String> region();

    /** {@return which of a service's addresses to use, {@link EndpointInterface#PUBLIC} unless set} */
    @Value.Default
    public EndpointInterface endpointInterface() {
        return EndpointInterface.PUBLIC;
    }

    /** {@return whom to trust, {@link Tls#standard} unless set} */
    @Value.Default
    public Tls tls() {
        return Tls.standard();
    }

    /**
     * Returns addresses to use in place of those in the catalog, by service type as the catalog spells it, such as
     * {@code compute} or {@code block-storage}.
     *
     * @return the addresses, normally none
     */
    public abstract Map<String, URI> endpointOverrides();

    /**
     * Brings Keystone's address into its one form.
     *
     * @return the checked value
     */
    @Value.Check
    CloudConfig normalised() {
        URI versioned = KeystoneUrl.versioned(authUrl());
        return versioned.equals(authUrl())
                ? this
                : ImmutableCloudConfig.newBuilder()
                        .from(this)
                        .authUrl(versioned)
                        .build();
    }

    /** Asks for Keystone's address. */
    @FunctionalInterface
    public interface AuthUrl {
        /**
         * Sets Keystone's address.
         *
         * @param authUrl http or https, with or without {@code /v3}
         * @return what to set next
         */
        Login authUrl(URI authUrl);

        /**
         * Sets Keystone's address.
         *
         * @param authUrl http or https, with or without {@code /v3}
         * @return what to set next
         * @throws io.kws.sdk.errors.ConfigurationException if the text is not a URL
         */
        default Login authUrl(String authUrl) {
            return authUrl(KeystoneUrl.parse(authUrl));
        }
    }

    /** Asks for the credentials. */
    @FunctionalInterface
    public interface Login {
        /**
         * Sets with what to log in.
         *
         * @param credentials a password or an application credential
         * @return what may be set further
         */
        Builder credentials(Credentials credentials);
    }

    /** Sets what has a default. Not thread-safe. */
    public interface Builder {
        /**
         * Sets the region; without it the first of the catalog is used.
         *
         * @param region the region's name, case counts
         * @return this
         */
        Builder region(String region);

        /**
         * Sets which of a service's addresses to use.
         *
         * @param endpointInterface public unless set
         * @return this
         */
        Builder endpointInterface(EndpointInterface endpointInterface);

        /**
         * Sets whom to trust.
         *
         * @param tls the Java installation's authorities unless set
         * @return this
         */
        Builder tls(Tls tls);

        /**
         * Sets a service's address in place of the one in the catalog.
         *
         * @param serviceType the type as the catalog spells it, such as {@code compute}
         * @param address the address
         * @return this
         */
        Builder putEndpointOverrides(String serviceType, URI address);

        /**
         * Returns the finished value.
         *
         * @return how to reach the cloud
         * @throws io.kws.sdk.errors.ConfigurationException if Keystone's address is not an http or https URL of Keystone v3
         */
        CloudConfig build();
    }
}
