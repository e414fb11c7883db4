/** API: Neutron networks. Start at {@link io.kws.sdk.networks.Networks}. */
@NullMarked
package io.kws.sdk.networks;

import org.jspecify.annotations.NullMarked;
