/** Internal. Glance images. */
@NullMarked
package io.kws.sdk.openstack.images;

import org.jspecify.annotations.NullMarked;
