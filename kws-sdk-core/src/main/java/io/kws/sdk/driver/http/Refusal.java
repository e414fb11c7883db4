package io.kws.sdk.driver.http;

/**
 * A refusal in the service's own words.
 *
 * @param message the service's explanation in one line; empty if it gives none
 * @param meaning what the words say beyond the HTTP status
 */
public record Refusal(String message, Meaning meaning) {
    /** What a refusal says beyond its HTTP status. */
    public enum Meaning {
        /** Nothing: the status says it all. */
        AS_STATUS,
        /** A quota is exceeded. */
        QUOTA_EXCEEDED,
        /** The service has run out of what was asked for. */
        NO_CAPACITY,
        /** The state of a resource forbids the request. */
        CONFLICT,
        /** The request breaks a rule. */
        INVALID,
        /** The service does not have this API. */
        API_MISSING,
        /** The request refers to a state that the service has forgotten; a new read helps. */
        OUTDATED
    }
}
