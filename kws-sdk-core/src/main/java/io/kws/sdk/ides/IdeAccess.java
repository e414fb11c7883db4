package io.kws.sdk.ides;

import io.kws.sdk.secrets.Secret;
import java.net.URI;

/**
 * How to get into an IDE. Prints no secret. Immutable.
 *
 * @param url where a browser finds it
 * @param password what it asks for; nobody hands it out a second time
 */
public record IdeAccess(URI url, Secret password) {
    /** {@return the URL, and the password as asterisks} */
    @Override
    public String toString() {
        return url + ", password " + password;
    }
}
