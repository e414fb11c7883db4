package io.kws.sdk.sandbox.swift;

import io.kws.sdk.sandbox.http.Refusal;

/**
 * What a path leads to.
 *
 * @param account the account, such as {@code AUTH_0123}
 * @param container the container; empty for the account itself
 * @param object the object; empty for the container itself
 */
record Target(String account, String container, String object) {
    private static final int LONGEST_CONTAINER = 256;
    private static final int LONGEST_OBJECT = 1024;

    /** Reads a path below the version. */
    static Target of(String encodedPath) {
        String[] parts = Names.decode(encodedPath).split("/", 3);
        Target target = new Target(parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "");
        if (target.account.isEmpty() || (target.container.isEmpty() && !target.object.isEmpty())) {
            throw new Refusal(412, Pages.PLAIN, "Bad URL");
        }
        return target;
    }

    /** Reads container and object as they stand in headers and manifests, with or without a slash before them. */
    Target sibling(String decodedPath) {
        String[] parts = decodedPath.replaceFirst("^/+", "").split("/", 2);
        return new Target(account, parts[0], parts.length > 1 ? parts[1] : "");
    }

    boolean isAccount() {
        return container.isEmpty();
    }

    boolean isContainer() {
        return !container.isEmpty() && object.isEmpty();
    }

    void checkLengths() {
        int containerLength = Names.bytes(container);
        int objectLength = Names.bytes(object);
        if (containerLength > LONGEST_CONTAINER) {
            throw new Refusal(
                    400,
                    Pages.PLAIN,
                    "Container name length of %d longer than %d".formatted(containerLength, LONGEST_CONTAINER));
        }
        if (objectLength > LONGEST_OBJECT) {
            throw new Refusal(
                    400,
                    Pages.PLAIN,
                    "Object name length of %d longer than %d".formatted(objectLength, LONGEST_OBJECT));
        }
    }
}
