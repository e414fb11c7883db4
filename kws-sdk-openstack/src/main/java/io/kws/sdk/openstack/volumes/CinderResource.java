package io.kws.sdk.openstack.volumes;

import static io.kws.sdk.openstack.client.Service.VOLUME;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.steps.Resource;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import java.util.Optional;

/** A volume or snapshot that is made, by its ID; an entry of its metadata tells it from others of its name. */
final class CinderResource implements Resource<String> {
    private static final String TAG = "kws_made";

    private final Cinder cinder;
    private final ResourceKind kind;
    private final ObjectNode body;
    private final String tag = RentalId.random().value();

    /**
     * Makes a part.
     *
     * @param body the request's content, which names it
     */
    CinderResource(Cinder cinder, ResourceKind kind, ObjectNode body) {
        this.cinder = cinder;
        this.kind = kind;
        this.body = body;
        body.putObject("metadata").put(TAG, tag);
    }

    @Override
    public ResourceKind kind() {
        return kind;
    }

    @Override
    public String name() {
        return CinderJson.name(body);
    }

    @Override
    public String id(String made) {
        return made;
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
                .filter(found -> found.path("metadata").path(TAG).asText().equals(tag))
                .map(CinderJson::id)
                .findFirst();
    }

    @Override
    public void delete(String made) {
        cinder.delete(made);
    }
}
