package io.kws.sdk.networks;

public interface Networks {
    Network get(String nameOrId);
    java.util.List<Network> list();
    java.util.Optional<Network> find(String nameOrId);
}
