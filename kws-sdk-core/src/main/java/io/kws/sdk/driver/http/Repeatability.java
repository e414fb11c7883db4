package io.kws.sdk.driver.http;

/** Whether a request may be sent again after an attempt of which nobody knows whether it was carried out. */
public enum Repeatability {
    /** It changes nothing, so it may. */
    READING,
    /** Carrying it out twice has the same effect as once, so it may. */
    IDEMPOTENT,
    /** Twice is not the same as once: it is only sent again if it was certainly not carried out. */
    ONCE,
    /** It is never sent again; the caller handles all failures. */
    NEVER;

    /**
     * Returns the repeatability that HTTP defines for a method.
     *
     * @param method the HTTP method
     * @return {@link #READING}, {@link #IDEMPOTENT} or {@link #ONCE}
     */
    public static Repeatability of(String method) {
        return switch (method) {
            case "GET", "HEAD" -> READING;
            case "POST", "PATCH" -> ONCE;
            default -> IDEMPOTENT;
        };
    }
}
