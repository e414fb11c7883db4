/**
 * Which nodes there are and how to reach them, from {@code kws.yaml}, {@code clouds.yaml}, the environment or code.
 * Start at {@link io.kws.sdk.config.KwsConfig}.
 */
@NullMarked
@Value.Style(visibility = Value.Style.ImplementationVisibility.PACKAGE, jdkOnly = true, builder = "newBuilder")
package io.kws.sdk.config;

import org.immutables.value.Value;
import org.jspecify.annotations.NullMarked;
