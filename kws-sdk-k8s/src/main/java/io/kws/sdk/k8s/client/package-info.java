/** Internal. The client, the only user of client-java and HTTP. Start at {@link io.kws.sdk.k8s.client.ClusterClient}. */
@NullMarked
package io.kws.sdk.k8s.client;

import org.jspecify.annotations.NullMarked;
