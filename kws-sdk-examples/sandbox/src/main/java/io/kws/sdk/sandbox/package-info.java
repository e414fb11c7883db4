/**
 * A cloud in a jar: independent OpenStack nodes over HTTP, for tests, labs and first steps.
 * Start at {@link io.kws.sdk.sandbox.Sandbox}.
 */
@NullMarked
package io.kws.sdk.sandbox;

import org.jspecify.annotations.NullMarked;
