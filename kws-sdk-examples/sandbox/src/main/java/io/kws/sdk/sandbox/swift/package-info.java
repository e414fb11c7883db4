/**
 * Object storage v1: accounts, containers, objects, large objects, temporary URLs.
 * Start at {@link io.kws.sdk.sandbox.swift.Swift}.
 */
@NullMarked
package io.kws.sdk.sandbox.swift;

import org.jspecify.annotations.NullMarked;
