package io.kws.sdk.apps;

/**
 * What the processes of an app may do on their machine, named after the profiles of Kubernetes (Pod Security Standards).
 * Either way the container runtime's own filter holds off the rarer system calls (seccomp {@code RuntimeDefault}).
 */
public enum PodSecurity {
    /**
     * What the image is made for, root included, as many images begin as root and give that up by themselves, such as
     * {@code nginx}. Nothing becomes more than it was begun as: {@code sudo} does not work. A namespace admits it that
     * enforces the profile {@code baseline}, or none.
     */
    BASELINE,
    /**
     * Neither root nor any of its capabilities. A namespace admits it that enforces the profile {@code restricted}. The
     * image must name its user by number, other than 0; one that does not ends as a
     * {@link io.kws.sdk.errors.ProvisioningFailedException} that says so.
     */
    RESTRICTED
}
