package io.kws.sdk.sandbox;

/**
 * Something a user made that still exists. Immutable.
 *
 * @param kind what it is: {@code server}, {@code keypair}, {@code port}, {@code floatingip}, {@code
 *     security_group}, {@code network}, {@code subnet}, {@code router}, {@code volume}, {@code snapshot},
 *     {@code image}, {@code container}, {@code bucket}, {@code object}, or what an object of the cluster is, such as {@code
 *     deployment} or {@code pod}
 * @param id its identifier
 * @param name its name, empty if it has none; a floating IP's address; in the cluster its
 *     namespace, a slash, and its name
 */
public record Leftover(String kind, String id, String name) {}
