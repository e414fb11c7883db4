package io.kws.sdk.config;

import io.kws.sdk.errors.ConfigurationException;
import java.net.URI;
import java.net.URISyntaxException;

/** Keystone's address in its one form. Its messages do not repeat the address, which may hold a password. */
final class KeystoneUrl {
    private KeystoneUrl() {}

    static URI parse(String text) {
        try {
            return new URI(text.strip());
        } catch (URISyntaxException e) {
            throw new ConfigurationException("Keystone's address is not a URL; it looks like https://host:5000/v3");
        }
    }

    static URI versioned(URI given) {
        String scheme = given.getScheme();
        boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
        if (!web || given.getHost() == null || given.getRawUserInfo() != null || given.getRawQuery() != null) {
            throw new ConfigurationException("Keystone's address must be an http or https URL without user name or"
                    + " query; it looks like https://host:5000/v3");
        }
        String path = given.getRawPath().replaceAll("/+$", "");
        if (path.endsWith("/v2.0")) {
            throw new ConfigurationException("Keystone's address ends in /v2.0, which no longer exists; use /v3");
        }
        String port = given.getPort() < 0 ? "" : ":" + given.getPort();
        return URI.create(scheme + "://" + given.getHost() + port + (path.endsWith("/v3") ? path : path + "/v3"));
    }
}
