package io.kws.sdk.servers;

public /* sealed */ interface Login {
    static Login keypair(String name) { throw null; }
    static Login newKeypair() { throw null; }
    static Login password(io.kws.sdk.secrets.Secret password) { throw null; }

    public record NewKeypair() implements Login {
    }

    public record OwnKeypair(String name) implements Login {
    }

    public record Password(io.kws.sdk.secrets.Secret password) implements Login {
    }
}
