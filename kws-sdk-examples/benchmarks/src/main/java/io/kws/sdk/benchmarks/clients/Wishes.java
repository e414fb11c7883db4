package io.kws.sdk.benchmarks.clients;

/** What all clients ask of a cloud alike. */
final class Wishes {
    static final String IMAGE = "ubuntu-22.04";
    static final String FLAVOR = "m1.small";
    static final String CLOUD_INIT = "#cloud-config\npackages: [nginx]\n";

    private Wishes() {}
}
