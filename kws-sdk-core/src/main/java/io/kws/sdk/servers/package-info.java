/** Nova servers, rented and released as a whole. Start at {@link io.kws.sdk.servers.Servers}. */
@NullMarked
package io.kws.sdk.servers;

import org.jspecify.annotations.NullMarked;
