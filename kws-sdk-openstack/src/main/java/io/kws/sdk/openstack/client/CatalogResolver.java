package io.kws.sdk.openstack.client;

import io.kws.sdk.errors.CapabilityMissingException;
import org.openstack4j.api.identity.EndpointURLResolver;
import org.openstack4j.model.identity.URLResolverParams;

/** Tells openstack4j where services are; its own resolver takes Keystone for a service that is absent. */
final class CatalogResolver implements EndpointURLResolver {
    private final Catalog catalog;

    CatalogResolver(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public String findURLV3(URLResolverParams params) {
        return catalog.url(Service.typesOf(params.type));
    }

    @Override
    public String findURLV2(URLResolverParams params) {
        throw new CapabilityMissingException("Keystone v2 is not supported");
    }
}
