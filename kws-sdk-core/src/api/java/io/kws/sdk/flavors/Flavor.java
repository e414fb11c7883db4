package io.kws.sdk.flavors;

public record Flavor(String id, String name, int vcpus, int ramMib, int diskGib) {
}
