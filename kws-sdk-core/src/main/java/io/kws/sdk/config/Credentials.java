package io.kws.sdk.config;

import io.kws.sdk.secrets.Secret;

/** With what to log in to a cloud. Immutable; prints no secret. */
public sealed interface Credentials {
    /**
     * Returns a user's password, for one project.
     *
     * @param user the user
     * @param password the password
     * @param project the project to work in
     * @return the credentials
     */
    static Credentials password(IdentityRef user, Secret password, IdentityRef project) {
        return new Password(user, password, project);
    }

    /**
     * Returns an application credential by its ID.
     *
     * @param id the credential's ID
     * @param secret the credential's secret
     * @return the credentials
     */
    static Credentials applicationCredential(String id, Secret secret) {
        return new ApplicationCredentialId(id, secret);
    }

    /**
     * Returns an application credential by its name, which is unique for its user only.
     *
     * @param name the credential's name
     * @param user whose it is
     * @param secret the credential's secret
     * @return the credentials
     */
    static Credentials applicationCredential(String name, IdentityRef user, Secret secret) {
        return new ApplicationCredentialName(name, user, secret);
    }

    /**
     * A user's password, for one project.
     *
     * @param user the user
     * @param password the password
     * @param project the project to work in
     */
    record Password(IdentityRef user, Secret password, IdentityRef project) implements Credentials {}

    /**
     * An application credential by its ID; it belongs to one project, so none is named.
     *
     * @param id the credential's ID
     * @param secret the credential's secret
     */
    record ApplicationCredentialId(String id, Secret secret) implements Credentials {}

    /**
     * An application credential by its name.
     *
     * @param name the credential's name
     * @param user whose it is
     * @param secret the credential's secret
     */
    record ApplicationCredentialName(String name, IdentityRef user, Secret secret) implements Credentials {}
}
