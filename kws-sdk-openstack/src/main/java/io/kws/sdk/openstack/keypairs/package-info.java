/** Internal: Nova keypairs. */
@NullMarked
package io.kws.sdk.openstack.keypairs;

import org.jspecify.annotations.NullMarked;
