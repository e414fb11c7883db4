package io.kws.sdk.flavors;

public interface Flavors {
    Flavor get(String nameOrId);
    java.util.List<Flavor> list();
    java.util.Optional<Flavor> find(String nameOrId);
}
