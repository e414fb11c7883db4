/**
 * Internal. Implements {@code io.kws.sdk.images} with Glance: uploading, downloading and changing images. Start at {@link
 * io.kws.sdk.openstack.images.GlanceImages}.
 */
@NullMarked
package io.kws.sdk.openstack.images;

import org.jspecify.annotations.NullMarked;
