package io.kws.sdk.sandbox.nova;

import io.kws.sdk.sandbox.cinder.ServerVolumes;
import io.kws.sdk.sandbox.glance.Images;
import io.kws.sdk.sandbox.neutron.ServerPorts;
import io.kws.sdk.sandbox.site.Site;

/**
 * The services Nova builds upon.
 *
 * @param site the node
 * @param ports Neutron's ports for servers
 * @param images Glance's images
 * @param volumes Cinder's volumes for servers
 */
public record Cloud(Site site, ServerPorts ports, Images images, ServerVolumes volumes) {}
