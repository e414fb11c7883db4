/**
 * The client: the only way to client-java and to HTTP. Internal to the driver. Start at {@link
 * io.kws.sdk.k8s.client.ClusterClient}.
 */
@NullMarked
package io.kws.sdk.k8s.client;

import org.jspecify.annotations.NullMarked;
