package io.kws.sdk.config;

import io.kws.sdk.errors.ConfigurationException;
import io.kws.sdk.secrets.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/**
 * How to reach a Kubernetes cluster: by a context of a kubeconfig file, from inside by the Pod's service account, or by
 * its address with a token or certificate. Nothing else is tried. Prints no secret. Immutable.
 */
@Value.Immutable
public abstract class ClusterConfig {
    private static final Pattern DOMAIN =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final int LONGEST_DOMAIN = 189;

    ClusterConfig() {}

    /**
     * Begins a cluster reached by a kubeconfig file.
     *
     * @param file the file; only this one is read
     * @return what may be set further
     */
    public static Options kubeconfig(Path file) {
        return ImmutableClusterConfig.newBuilder().kubeconfig(file);
    }

    /** {@return the beginning of the cluster that the program itself runs in} */
    public static Options inCluster() {
        return ImmutableClusterConfig.newBuilder();
    }

    /**
     * Begins a cluster reached by its address.
     *
     * @param server the address of its API, such as {@code https://10.0.0.1:6443}
     * @return what sets how to log in there
     */
    public static Login server(URI server) {
        return ImmutableClusterConfig.newBuilder().server(server);
    }

    /** {@return the kubeconfig file; empty if it is reached in another way} */
    public abstract Optional<Path> kubeconfig();

    /** {@return the kubeconfig's context; empty for the file's current one} */
    public abstract Optional<String> context();

    /** {@return the address of its API; empty if it is reached in another way} */
    public abstract Optional<URI> server();

    /** {@return the token for the address; empty to log in by the certificate of {@link #tls}, or not at all} */
    public abstract Optional<Secret> token();

    /** {@return whom to trust at the address, and our own certificate; the trust of the Java installation} */
    @Value.Default
    public Tls tls() {
        return Tls.standard();
    }

    /** {@return the class that the ingresses of apps get; empty for the cluster's default class} */
    public abstract Optional<String> ingressClass();

    /** {@return the port at which the ingress controller is reached, for the URLs of apps; 0, that of HTTP or HTTPS} */
    @Value.Default
    public int ingressPort() {
        return 0;
    }

    /** {@return the domain under which apps get their host names, such as {@code apps.example.org}} */
    public abstract Optional<String> baseDomain();

    /** {@return the one namespace to work in; empty for a namespace for each owner} */
    public abstract Optional<String> namespace();

    /** {@return how much the apps of one owner may take together, where each has a namespace} */
    @Value.Default
    public OwnerLimits ownerLimits() {
        return OwnerLimits.DEFAULT;
    }

    /** Refuses what no driver could use. */
    @Value.Check
    void check() {
        if (ingressPort() < 0 || ingressPort() > 65535) {
            throw new ConfigurationException("ingress port must be 0 to 65535, was " + ingressPort());
        }
        if (baseDomain().filter(domain -> !isDomain(domain)).isPresent()) {
            throw new ConfigurationException("the base domain \"" + baseDomain().orElse("")
                    + "\" must be a DNS name in small letters, short enough for names before it");
        }
        if (server().filter(url -> !isHttp(url)).isPresent()) {
            throw new ConfigurationException(
                    "the address of a cluster must look like https://host:6443, without a user");
        }
    }

    private static boolean isDomain(String domain) {
        return domain.length() <= LONGEST_DOMAIN && DOMAIN.matcher(domain).matches();
    }

    private static boolean isHttp(URI url) {
        return ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))
                && url.getHost() != null
                && url.getRawUserInfo() == null;
    }

    /** Sets how to log in at the cluster's address; what is left out is not used. Not thread-safe. */
    public interface Login extends Options {
        /**
         * Sets the token.
         *
         * @param token such as that of a service account
         * @return this
         */
        Login token(Secret token);

        /**
         * Sets whom to trust, and our own certificate.
         *
         * @param tls the settings
         * @return this
         */
        Login tls(Tls tls);
    }

    /** Sets what has a default. Not thread-safe. */
    public interface Options {
        /**
         * Sets the context; without it the file's current context counts, which other programs may change.
         *
         * @param context the context's name
         * @return this
         */
        Options context(String context);

        /**
         * Sets the class of the ingresses.
         *
         * @param ingressClass such as {@code nginx}
         * @return this
         */
        Options ingressClass(String ingressClass);

        /**
         * Sets the port at which the ingress controller is reached.
         *
         * @param ingressPort 1 to 65535; 0 for 80 or 443
         * @return this
         */
        Options ingressPort(int ingressPort);

        /**
         * Sets the domain under which apps get their host names; all names below it must lead to the ingress controller.
         *
         * @param baseDomain such as {@code apps.example.org}
         * @return this
         */
        Options baseDomain(String baseDomain);

        /**
         * Sets the one namespace to work in.
         *
         * @param namespace the namespace
         * @return this
         */
        Options namespace(String namespace);

        /**
         * Sets how much the apps of one owner may take together.
         *
         * @param ownerLimits the limits of the namespaces made from now on
         * @return this
         */
        Options ownerLimits(OwnerLimits ownerLimits);

        /**
         * Returns the finished value.
         *
         * @return how to reach the cluster
         * @throws ConfigurationException if a value is not acceptable
         */
        ClusterConfig build();
    }

    /** What Immutables generates must fit all. */
    interface Builder extends Login {}
}
