package io.kws.sdk.sandbox.http;

/** A request that a service does not carry out; each service writes it in its own way. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The HTTP status. */
    private final int status;

    /** The service's name for the error. */
    private final String type;

    /**
     * Makes a refusal with a name.
     *
     * @param status the HTTP status
     * @param type the service's name for the error; not every service shows one
     * @param message the reason, as the service words it
     */
    public Refusal(int status, String type, String message) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
    }

    /**
     * Makes a refusal without a name.
     *
     * @param status the HTTP status
     * @param message the reason, as the service words it
     */
    public Refusal(int status, String message) {
        this(status, "", message);
    }

    /** {@return the HTTP status} */
    public int status() {
        return status;
    }

    /** {@return the service's name for the error, empty if it has none} */
    public String type() {
        return type;
    }

    /** {@return the reason} */
    public String message() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
