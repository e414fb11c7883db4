package io.kws.sdk.config;

import java.nio.file.Path;
import java.util.Optional;
import org.immutables.value.Value;

/** How to trust a cloud's services, and how to be trusted by them. Immutable; the files are read by the driver. */
@Value.Immutable
public abstract class Tls {
    Tls() {}

    /** {@return the trust of the Java installation, without a client certificate} */
    public static Tls standard() {
        return ImmutableTls.newBuilder().build();
    }

    /**
     * Returns trust in the authorities of a file, and only in them.
     *
     * @param authorities PEM file with one or more certificates
     * @return the settings
     */
    public static Tls trusting(Path authorities) {
        return ImmutableTls.newBuilder().authorities(authorities).build();
    }

    /** {@return trust in whoever answers; for tests, as anybody in between can read the passwords} */
    public static Tls unverified() {
        return ImmutableTls.newBuilder().isVerified(false).build();
    }

    /**
     * Returns these settings with a client certificate.
     *
     * @param certificate PEM file with the certificate and its chain
     * @param key PEM file with the private key, may be the same file
     * @return the settings
     */
    public Tls withClientCertificate(Path certificate, Path key) {
        return ImmutableTls.newBuilder()
                .from(this)
                .clientCertificate(certificate)
                .clientKey(key)
                .build();
    }

    /** {@return whether certificates are checked} */
    @Value.Default
    public boolean isVerified() {
        return true;
    }

    /** {@return PEM file of the authorities to trust; empty for those of the Java installation} */
    public abstract Optional<Path> authorities();

    /** {@return PEM file with our own certificate} */
    public abstract Optional<Path> clientCertificate();

    /** {@return PEM file with the private key of our own certificate; there whenever the certificate is} */
    public abstract Optional<Path> clientKey();
}
