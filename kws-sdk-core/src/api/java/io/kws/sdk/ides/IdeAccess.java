package io.kws.sdk.ides;

public record IdeAccess(java.net.URI url, io.kws.sdk.secrets.Secret password) {
}
