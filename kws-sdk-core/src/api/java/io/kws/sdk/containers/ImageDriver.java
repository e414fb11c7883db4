package io.kws.sdk.containers;

public enum ImageDriver {
    DOCKER, GLANCE;
}
