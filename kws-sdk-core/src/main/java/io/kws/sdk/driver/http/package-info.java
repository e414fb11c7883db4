/**
 * For drivers. The HTTP layer that all drivers share. Start at {@link io.kws.sdk.driver.http.CallChain}, which names the
 * stations of a call on its way to a service.
 */
@NullMarked
package io.kws.sdk.driver.http;

import org.jspecify.annotations.NullMarked;
