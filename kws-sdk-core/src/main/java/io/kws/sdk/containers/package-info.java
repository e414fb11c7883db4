/** API: Zun containers. Start at {@link io.kws.sdk.containers.Containers}. */
@NullMarked
package io.kws.sdk.containers;

import org.jspecify.annotations.NullMarked;
