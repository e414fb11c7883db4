/**
 * Containers v1.
 * Start at {@link io.kws.sdk.sandbox.zun.Zun}.
 */
@NullMarked
package io.kws.sdk.sandbox.zun;

import org.jspecify.annotations.NullMarked;
