package io.kws.sdk.openstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.config.CloudConfig;
import io.kws.sdk.errors.CapabilityMissingException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The addresses of a node's services: those of its Keystone, unless the configuration overrides them. Immutable. */
final class Catalog {
    private final CloudConfig config;
    private final List<Endpoint> endpoints = new ArrayList<>();

    private record Endpoint(String type, String region, String url) {}

    Catalog(CloudConfig config, JsonNode catalog) {
        this.config = config;
        String wanted = config.endpointInterface().toString();
        for (JsonNode service : catalog) {
            for (JsonNode endpoint : service.path("endpoints")) {
                if (wanted.equalsIgnoreCase(endpoint.path("interface").asText())) {
                    endpoints.add(new Endpoint(
                            service.path("type").asText(),
                            endpoint.path("region").asText(),
                            endpoint.path("url").asText()));
                }
            }
        }
    }

    /** Returns a service's address with its version, without a slash at the end. */
    String url(Service service) {
        String url = url(service.types());
        return service.version().isEmpty() || url.matches(".*/v\\d+(\\.\\d+)?") ? url : url + service.version();
    }

    /** Returns the address of the first type that exists, without a slash at the end. */
    String url(List<String> types) {
        return types.stream()
                .flatMap(type -> find(type).stream())
                .findFirst()
                .map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url)
                .orElseThrow(() ->
                        new CapabilityMissingException("the node has no %s service%s%s; its catalogue lists %s"
                                .formatted(
                                        types.get(0),
                                        Service.inBrackets(types.get(0)),
                                        config.region()
                                                .map(region -> " in region " + region)
                                                .orElse(""),
                                        types())));
    }

    private Optional<String> find(String type) {
        URI override = config.endpointOverrides().get(type);
        return override != null
                ? Optional.of(override.toString())
                : endpoints.stream()
                        .filter(endpoint -> endpoint.type().equals(type))
                        .filter(endpoint ->
                                config.region().map(endpoint.region()::equals).orElse(true))
                        .map(Endpoint::url)
                        .findFirst();
    }

    /** Returns the type of the service that an address belongs to. */
    String typeAt(URI uri) {
        return endpoints.stream()
                .filter(endpoint -> uri.toString().startsWith(endpoint.url()))
                .map(Endpoint::type)
                .findFirst()
                .orElse(uri.getAuthority());
    }

    /** Returns the types of the services in the catalogue, sorted. */
    List<String> types() {
        return List.copyOf(new TreeSet<>(endpoints.stream().map(Endpoint::type).toList()));
    }
}
