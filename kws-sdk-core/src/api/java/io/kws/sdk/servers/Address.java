package io.kws.sdk.servers;

public interface Address {
    String ip();
    String network();
    Address.Kind kind();

    public enum Kind {
        FIXED, FLOATING;
    }
}
