/** API: Nova flavors. Start at {@link io.kws.sdk.flavors.Flavors}. */
@NullMarked
package io.kws.sdk.flavors;

import org.jspecify.annotations.NullMarked;
