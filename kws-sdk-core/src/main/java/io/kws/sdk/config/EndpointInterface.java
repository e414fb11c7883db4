package io.kws.sdk.config;

/** Which of a service's addresses in the catalog to use. */
public enum EndpointInterface {
    /** The address for everybody, the default. */
    PUBLIC,
    /** The address inside the cloud's own network. */
    INTERNAL,
    /** The address for administrators. */
    ADMIN
}
