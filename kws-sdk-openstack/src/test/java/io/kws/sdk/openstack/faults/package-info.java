/** Tries use cases under all faults. Start at {@link io.kws.sdk.openstack.faults.Subject}. */
@NullMarked
package io.kws.sdk.openstack.faults;

import org.jspecify.annotations.NullMarked;
