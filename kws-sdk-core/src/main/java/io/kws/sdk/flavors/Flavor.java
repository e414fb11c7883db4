package io.kws.sdk.flavors;

/** A size of servers, as Nova describes it (Compute API 2.1). Immutable. */
public interface Flavor {
    /** {@return the ID; unique, never changes} */
    String id();

    /** {@return the name; unique} */
    String name();

    /** {@return the number of virtual CPUs} */
    int vcpus();

    /** {@return the memory in MiB} */
    int ramMib();

    /** {@return the root disk in GiB; 0 for one as large as the image} */
    int diskGib();
}
