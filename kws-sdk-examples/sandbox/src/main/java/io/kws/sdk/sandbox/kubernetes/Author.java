package io.kws.sdk.sandbox.kubernetes;

/**
 * Who writes, and how earnestly.
 *
 * @param manager what the changed fields are noted under
 * @param isDry whether nothing is to be kept
 */
record Author(String manager, boolean isDry) {
    /** The cluster itself. */
    static final Author CONTROLLER = new Author("kube-controller-manager", false);

    boolean isCluster() {
        return equals(CONTROLLER);
    }
}
