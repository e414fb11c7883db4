package io.kws.sdk.flavors;

/**
 * A size of server. Immutable.
 *
 * @param id the ID
 * @param name the name; unique
 * @param vcpus the number of virtual CPUs
 * @param ramMib the memory
 * @param diskGib the root disk; 0 for one as large as the image
 */
public record Flavor(String id, String name, int vcpus, int ramMib, int diskGib) {}
