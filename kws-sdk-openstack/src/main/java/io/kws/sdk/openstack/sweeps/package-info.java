/**
 * Internal. Stores the note that programs sweeping the same project share. Start at {@link
 * io.kws.sdk.openstack.sweeps.SecurityGroupNote}.
 */
@NullMarked
package io.kws.sdk.openstack.sweeps;

import org.jspecify.annotations.NullMarked;
