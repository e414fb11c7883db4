package io.kws.sdk.networks;

public record Network(String id, String name, String projectId, String status, Network.Reach reach) {

    public enum Reach {
        PRIVATE, SHARED, EXTERNAL;
    }
}
