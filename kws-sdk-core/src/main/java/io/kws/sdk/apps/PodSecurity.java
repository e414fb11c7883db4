package io.kws.sdk.apps;

/**
 * The privileges of an app's processes on their cluster node, named after the profiles of the Kubernetes Pod Security
 * Standards. Either way the container runtime's default seccomp profile ({@code RuntimeDefault}) applies.
 */
public enum PodSecurity {
    /**
     * Whatever user the image is built for, including root; many images, such as {@code nginx}, start as root and drop
     * it themselves. Privilege escalation is disabled: {@code sudo} does not work. Admitted by namespaces that enforce
     * the profile {@code baseline}, or none.
     */
    BASELINE,
    /**
     * Neither root nor any of its capabilities. Admitted by namespaces that enforce the profile {@code restricted}. The
     * image must name its user by a number other than 0; otherwise the deployment fails with a {@link
     * io.kws.sdk.errors.ProvisioningFailedException} that says so.
     */
    RESTRICTED
}
