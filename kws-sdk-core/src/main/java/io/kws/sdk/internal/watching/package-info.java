/**
 * Internal: How rentals are watched.
 *
 * <p>One list per kind and node is read, with pauses that double from 2 s to a minute; Kubernetes wakes the watch by
 * one of its own. {@code changes-since} is not used, as it does not tell changes of addresses and tags for sure.
 */
@NullMarked
package io.kws.sdk.internal.watching;

import org.jspecify.annotations.NullMarked;
