/**
 * A small HTTP server, with TLS or without, for what the JDK's own cannot do: connections that turn into web sockets.
 * Start at {@link io.kws.sdk.sandbox.web.WebListener}.
 */
@NullMarked
package io.kws.sdk.sandbox.web;

import org.jspecify.annotations.NullMarked;
