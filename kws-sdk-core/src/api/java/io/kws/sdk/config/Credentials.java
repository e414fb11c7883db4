package io.kws.sdk.config;

public /* sealed */ interface Credentials {
    static Credentials applicationCredential(String id, io.kws.sdk.secrets.Secret secret) { throw null; }
    static Credentials applicationCredential(String name, IdentityRef user, io.kws.sdk.secrets.Secret secret) { throw null; }
    static Credentials password(IdentityRef user, io.kws.sdk.secrets.Secret password, IdentityRef project) { throw null; }

    public record ApplicationCredentialId(String id, io.kws.sdk.secrets.Secret secret) implements Credentials {
    }

    public record ApplicationCredentialName(String name, IdentityRef user, io.kws.sdk.secrets.Secret secret) implements Credentials {
    }

    public record Password(IdentityRef user, io.kws.sdk.secrets.Secret password, IdentityRef project) implements Credentials {
    }
}
