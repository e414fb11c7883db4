/**
 * The way into the servers: a SOCKS proxy, and what listens in them.
 * Start at {@link io.kws.sdk.sandbox.guest.SocksProxy}.
 */
@NullMarked
package io.kws.sdk.sandbox.guest;

import org.jspecify.annotations.NullMarked;
