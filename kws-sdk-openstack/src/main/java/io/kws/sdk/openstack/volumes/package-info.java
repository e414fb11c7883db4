/**
 * Internal: Implements {@code io.kws.sdk.volumes} with Cinder: creating, attaching, snapshotting and deleting volumes.
 * Start at {@link io.kws.sdk.openstack.volumes.CinderVolumes}.
 *
 * <p>Names of volumes repeat, so a created volume carries a token in its metadata ({@code kws_made}). Cinder reports a
 * state that forbids something as a bad request; here it is a conflict. The reason why a volume failed is in its
 * messages (microversion 3.3), which become part of the error. Cinder does not delete a volume that it is still
 * creating, so undoing waits until that has ended.
 */
@NullMarked
package io.kws.sdk.openstack.volumes;

import org.jspecify.annotations.NullMarked;
