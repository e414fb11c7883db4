package io.kws.sdk.networks;

public interface Network {
    String id();
    String name();
    String projectId();
    String status();
    Network.Reach reach();

    public enum Reach {
        PRIVATE, SHARED, EXTERNAL;
    }
}
