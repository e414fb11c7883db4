package io.kws.sdk.config;

public enum EndpointInterface {
    PUBLIC, INTERNAL, ADMIN;
}
