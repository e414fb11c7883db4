/**
 * Internal: Implements {@code io.kws.sdk.images} with Glance: uploading, downloading and changing images. Start at
 * {@link io.kws.sdk.openstack.images.GlanceImages}.
 *
 * <p>An image gets its ID here, so a lost answer to the create loses nothing. The data is a call of its own, which
 * Glance accepts once; it is sent again only when Glance reports that it has lost what came. Data without a known
 * header is raw or a fixed VHD, but never a compressed file, an archive or a web page. An image carries the tag of its
 * upload, so that a sweep finds what a killed upload left.
 */
@NullMarked
package io.kws.sdk.openstack.images;

import org.jspecify.annotations.NullMarked;
