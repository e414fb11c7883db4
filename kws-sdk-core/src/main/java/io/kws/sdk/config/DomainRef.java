package io.kws.sdk.config;

import io.kws.sdk.errors.ConfigurationException;

/**
 * A Keystone domain, by ID or by name. Immutable; one of the two texts is empty.
 *
 * @param id the ID, such as {@code default}; empty if known by name
 * @param name the name, such as {@code Default}; empty if known by ID
 */
public record DomainRef(String id, String name) {
    /** The domain that each Keystone comes with. */
    public static final DomainRef DEFAULT = new DomainRef("default", "");

    /**
     * Checks that there is exactly one of the two.
     *
     * @param id the ID, or empty
     * @param name the name, or empty
     * @throws ConfigurationException if both or neither is given
     */
    public DomainRef {
        if (id.isEmpty() == name.isEmpty()) {
            throw new ConfigurationException("a domain is given by its ID or by its name, one of the two");
        }
    }

    /**
     * Returns a domain by its ID.
     *
     * @param id the ID
     * @return the domain
     */
    public static DomainRef id(String id) {
        return new DomainRef(id, "");
    }

    /**
     * Returns a domain by its name.
     *
     * @param name the name
     * @return the domain
     */
    public static DomainRef named(String name) {
        return new DomainRef("", name);
    }
}
