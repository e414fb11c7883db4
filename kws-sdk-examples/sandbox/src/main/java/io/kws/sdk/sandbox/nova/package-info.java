/**
 * Compute v2.1: servers, flavors, keypairs and what can be done with them.
 * Start at {@link io.kws.sdk.sandbox.nova.Nova}.
 */
@NullMarked
package io.kws.sdk.sandbox.nova;

import org.jspecify.annotations.NullMarked;
