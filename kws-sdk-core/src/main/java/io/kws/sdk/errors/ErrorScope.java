package io.kws.sdk.errors;

/** How far an error reaches, and so whether another node may accept the same request. */
public enum ErrorScope {
    /** No node accepts the request as it is: it is invalid, or what it asks for already exists. */
    REQUEST,
    /** This node refuses the request; another node may accept it. */
    NODE,
    /** The node could not be asked, or gave no usable answer; nothing is known about the request. */
    NO_ANSWER,
    /** The caller gave up. */
    CANCELLED
}
