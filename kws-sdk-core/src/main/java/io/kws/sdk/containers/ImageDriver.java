package io.kws.sdk.containers;

/** Where Zun fetches a container's image from. */
public enum ImageDriver {
    /** A Docker registry: Docker Hub, unless the image's name begins with another. */
    DOCKER,
    /** The node's own Glance, for images of the container format {@code docker}. */
    GLANCE
}
