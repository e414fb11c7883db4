package io.kws.sdk.sandbox.guest;

/**
 * What a connection comes to.
 *
 * @param kind whether somebody answers
 * @param server the name of the server that answers, empty if none does
 */
public record Landing(Kind kind, String server) {
    /** Whether somebody answers. */
    public enum Kind {
        /** The server accepts the connection. */
        OPEN,
        /** There is a server, but nothing listens. */
        REFUSED,
        /** There is no server, or its security groups drop the connection. */
        UNREACHABLE
    }

    /**
     * Makes a landing where nobody answers.
     *
     * @param kind why
     * @return the landing
     */
    public static Landing nowhere(Kind kind) {
        return new Landing(kind, "");
    }
}
