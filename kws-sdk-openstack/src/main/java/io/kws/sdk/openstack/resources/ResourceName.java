package io.kws.sdk.openstack.resources;

import io.kws.sdk.errors.InvalidRequestException;

/** Checks the names of new resources. */
public final class ResourceName {
    private static final int MAX_LENGTH = 255;

    private ResourceName() {}

    /**
     * Checks a name.
     *
     * @param field the field that holds the name, for the error
     * @param name the name
     * @throws InvalidRequestException if the name is blank, or longer than 255 characters
     */
    public static void require(String field, String name) {
        if (name.isBlank()) {
            throw new InvalidRequestException(field + " must not be blank, was \"" + name + "\"");
        }
        if (name.length() > MAX_LENGTH) {
            throw new InvalidRequestException("%s must be at most %d characters, was %d: \"%s\""
                    .formatted(field, MAX_LENGTH, name.length(), name));
        }
    }
}
