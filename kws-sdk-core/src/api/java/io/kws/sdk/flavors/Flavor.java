package io.kws.sdk.flavors;

public interface Flavor {
    String id();
    String name();
    int diskGib();
    int ramMib();
    int vcpus();
}
