/** What programs that sweep one cluster agree by. Start at {@link io.kws.sdk.k8s.fleet.ClusterNote}. */
@NullMarked
package io.kws.sdk.k8s.fleet;

import org.jspecify.annotations.NullMarked;
