/** API: Nova servers with their ports, addresses and volumes. Start at {@link io.kws.sdk.servers.Servers}. */
@NullMarked
package io.kws.sdk.servers;

import org.jspecify.annotations.NullMarked;
