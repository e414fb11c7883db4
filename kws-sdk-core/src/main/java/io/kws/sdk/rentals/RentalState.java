package io.kws.sdk.rentals;

/** How a rental stands with respect to its end. */
public enum RentalState {
    /** Its end is still to come, or it has none. */
    RUNNING,

    /** Its end has passed, and a sweep will end it. */
    OVER,

    /** Its end has passed; it was stopped and is kept for a while, so that it can still be extended. */
    STOPPED,

    /** Nothing ends it for the time being. */
    PROTECTED,

    /** What its tags say cannot be read; a sweep reports it and leaves it alone. */
    UNREADABLE
}
