package io.kws.sdk.ides;

import io.kws.sdk.secrets.Secret;
import java.net.URI;

/**
 * The URL and password of an IDE. Prints no secret. Immutable.
 *
 * @param url the URL to open in a browser
 * @param password the password to log in with; not retrievable later
 */
public record IdeAccess(URI url, Secret password) {
    /** {@return the URL, and the password as asterisks} */
    @Override
    public String toString() {
        return url + ", password " + password;
    }
}
