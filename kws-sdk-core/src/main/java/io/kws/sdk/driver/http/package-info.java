/**
 * For drivers: the HTTP layer that all drivers share. Start at {@link io.kws.sdk.driver.http.CallChain}, which names what
 * a call passes on its way to a service.
 */
@NullMarked
package io.kws.sdk.driver.http;

import org.jspecify.annotations.NullMarked;
