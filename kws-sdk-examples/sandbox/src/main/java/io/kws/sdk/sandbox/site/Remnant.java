package io.kws.sdk.sandbox.site;

/**
 * Something a user made that still exists.
 *
 * @param kind what it is
 * @param id its identifier
 * @param name its name, empty if it has none
 */
public record Remnant(String kind, String id, String name) {}
