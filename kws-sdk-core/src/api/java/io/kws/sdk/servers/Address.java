package io.kws.sdk.servers;

public record Address(String ip, Address.Kind kind, String network) {

    public enum Kind {
        FIXED, FLOATING;
    }
}
