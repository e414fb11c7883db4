/** The front door. Start at {@code Kws}. */
@NullMarked
package io.kws.sdk.openstack;

import org.jspecify.annotations.NullMarked;
