/** API: Glance images. Start at {@link io.kws.sdk.images.Images}. */
@NullMarked
package io.kws.sdk.images;

import org.jspecify.annotations.NullMarked;
