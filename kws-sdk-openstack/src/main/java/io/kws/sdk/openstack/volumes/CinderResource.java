package io.kws.sdk.openstack.volumes;

import static io.kws.sdk.openstack.client.Service.VOLUME;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.steps.RemovableById;
import io.kws.sdk.driver.steps.ResourceById;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.rentals.RentalId;
import java.util.Optional;

/** A volume or snapshot to create; an entry of its metadata distinguishes it from others with its name. */
final class CinderResource implements ResourceById {
    private static final String METADATA_KEY = "kws_made";

    private final Cinder cinder;
    private final RemovableById removal;
    private final ObjectNode body;
    private final String metadataValue = RentalId.random().value();

    /**
     * Makes the resource.
     *
     * @param body the attributes of the create request, with the name
     */
    CinderResource(Cinder cinder, RemovableById removal, ObjectNode body) {
        this.cinder = cinder;
        this.removal = removal;
        this.body = body;
        body.putObject("metadata").put(METADATA_KEY, metadataValue);
    }

    @Override
    public RemovableById removal() {
        return removal;
    }

    @Override
    public String create() {
        return CinderJson.id(cinder.client()
                .send(Request.of("POST", VOLUME, cinder.path())
                        .body(Json.object().set(cinder.kind(), body)))
                .path(cinder.kind()));
    }

    @Override
    public Optional<String> find() {
        return cinder.named(name()).stream()
                .filter(json ->
                        json.path("metadata").path(METADATA_KEY).asText().equals(metadataValue))
                .map(CinderJson::id)
                .findFirst();
    }
}
