/**
 * Internal. Implements {@code io.kws.sdk.volumes} with Cinder: creating, attaching, snapshotting and deleting volumes. Start
 * at {@link io.kws.sdk.openstack.volumes.CinderVolumes}.
 */
@NullMarked
package io.kws.sdk.openstack.volumes;

import org.jspecify.annotations.NullMarked;
