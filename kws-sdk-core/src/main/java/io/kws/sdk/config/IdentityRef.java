package io.kws.sdk.config;

import io.kws.sdk.errors.ConfigurationException;

/** A Keystone user or project: by ID, or by name within a domain. Immutable. */
public sealed interface IdentityRef {
    /**
     * Returns a user or project by its ID.
     *
     * @param id the ID
     * @return the reference
     */
    static IdentityRef id(String id) {
        return new ById(id);
    }

    /**
     * Returns a user or project by its name in the default domain.
     *
     * @param name the name
     * @return the reference
     */
    static IdentityRef named(String name) {
        return new ByName(name, DomainRef.DEFAULT);
    }

    /**
     * Returns a user or project by its name in a domain.
     *
     * @param name the name
     * @param domain the domain
     * @return the reference
     */
    static IdentityRef named(String name, DomainRef domain) {
        return new ByName(name, domain);
    }

    /**
     * Known by ID.
     *
     * @param id the ID
     */
    record ById(String id) implements IdentityRef {
        /**
         * Checks that there is one.
         *
         * @param id the ID
         * @throws ConfigurationException if it is empty
         */
        public ById {
            if (id.isEmpty()) {
                throw new ConfigurationException("the ID of a user or project is empty");
            }
        }
    }

    /**
     * Known by name; names are unique within their domain.
     *
     * @param name the name
     * @param domain the domain
     */
    record ByName(String name, DomainRef domain) implements IdentityRef {
        /**
         * Checks that there is one.
         *
         * @param name the name
         * @param domain the domain
         * @throws ConfigurationException if the name is empty
         */
        public ByName {
            if (name.isEmpty()) {
                throw new ConfigurationException("the name of a user or project is empty");
            }
        }
    }
}
