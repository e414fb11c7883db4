/**
 * Networks v2.0: networks, subnets, routers, ports, floating IPs and security groups.
 * Start at {@link io.kws.sdk.sandbox.neutron.Neutron}.
 */
@NullMarked
package io.kws.sdk.sandbox.neutron;

import org.jspecify.annotations.NullMarked;
