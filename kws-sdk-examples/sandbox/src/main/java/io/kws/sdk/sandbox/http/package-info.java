/**
 * What every service is made of: routes, requests, answers and refusals.
 * Start at {@link io.kws.sdk.sandbox.http.Service}.
 */
@NullMarked
package io.kws.sdk.sandbox.http;

import org.jspecify.annotations.NullMarked;
