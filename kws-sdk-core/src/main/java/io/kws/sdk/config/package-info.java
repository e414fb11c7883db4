/** API: The configuration of nodes, from {@code kws.yaml}, {@code clouds.yaml}, the environment or code. Start at {@link io.kws.sdk.config.KwsConfig}. */
@NullMarked
@ValueStyle
package io.kws.sdk.config;

import io.kws.sdk.internal.style.ValueStyle;
import org.jspecify.annotations.NullMarked;
