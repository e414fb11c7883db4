/**
 * What runs in servers and containers, and the way into the servers: a SOCKS proxy.
 * Start at {@link io.kws.sdk.sandbox.guest.SocksProxy}.
 */
@NullMarked
package io.kws.sdk.sandbox.guest;

import org.jspecify.annotations.NullMarked;
