package io.kws.sdk.apps;

import io.kws.sdk.rentals.RentalSpec;
import io.kws.sdk.secrets.Secret;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Describes Pods to rent, reached by a URL: what {@link AppSpec} and the spec of an IDE have in common. Its options are
 * set by {@link WorkloadOptions}. Prints no secret. Immutable.
 */
public abstract class WorkloadSpec implements RentalSpec {
    /** Leaves construction to the builders of the specs. */
    protected WorkloadSpec() {}

    /** {@return the image, with a tag or digest, such as {@code registry.example.org/shop:1.4}} */
    public abstract String image();

    /** {@return environment variables, visible to everybody who may read the Deployment; none by default} */
    public abstract Map<String, String> environment();

    /** {@return environment variables whose values are kept in a Secret; none by default} */
    public abstract Map<String, Secret> secrets();

    /** {@return CPU and memory of each Pod, requests and limits; limits are unset by default} */
    public abstract PodResources resources();

    /** {@return the permissions of the processes on their machine; {@link PodSecurity#BASELINE} by default} */
    @Value.Default
    public PodSecurity security() {
        return PodSecurity.BASELINE;
    }

    /** {@return the host name; empty by default: one below the node's base domain, made from the name, and from the
     *     namespace if the node uses several} */
    public abstract Optional<String> host();

    /** {@return the Secret of the namespace with the certificate of the host, for HTTPS; empty by default: HTTP} */
    public abstract Optional<String> tlsSecret();

    /** {@return the Secret of the namespace with the credentials to pull the image; empty by default: none} */
    public abstract Optional<String> imagePullSecret();

    /** {@return additional annotations of the Deployment and the Ingress; keys beginning with {@code kws.} are reserved} */
    public abstract Map<String, String> annotations();

    /** {@return the namespace, which must exist; empty by default: the node's only namespace, else the owner's own, which is
     *     created if necessary, else that of the kubeconfig's context, else {@code default}} */
    public abstract Optional<String> namespace();

    /**
     * Checks the values against their limits.
     *
     * @throws io.kws.sdk.errors.InvalidRequestException if a value is out of its limits
     */
    protected final void requireLimits() {
        WorkloadChecks.check(this);
    }
}
