/** The driver's side of {@code io.kws.sdk.images}; internal. */
@NullMarked
package io.kws.sdk.openstack.images;

import org.jspecify.annotations.NullMarked;
