/**
 * The gate: the only way to client-java and to HTTP. Internal to the driver. Start at {@link
 * io.kws.sdk.k8s.transport.Gate}.
 */
@NullMarked
package io.kws.sdk.k8s.transport;

import org.jspecify.annotations.NullMarked;
