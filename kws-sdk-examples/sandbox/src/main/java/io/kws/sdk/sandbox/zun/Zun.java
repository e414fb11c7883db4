package io.kws.sdk.sandbox.zun;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.glance.Images;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.http.Service;
import io.kws.sdk.sandbox.neutron.ContainerPorts;
import io.kws.sdk.sandbox.site.Guard;
import io.kws.sdk.sandbox.site.Ids;
import io.kws.sdk.sandbox.site.Remnant;
import io.kws.sdk.sandbox.site.Site;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Containers v1 with one Docker host and a small registry. Thread-safe. */
public final class Zun extends Service {
    private final ContainerStore containers = new ContainerStore();
    private final Life life;

    /**
     * Starts the service.
     *
     * @param site the node it belongs to
     * @param guard checks the tokens
     * @param ports connects containers
     * @param images what containers of the image driver {@code glance} are made from
     */
    public Zun(Site site, Guard guard, ContainerPorts ports, Images images) {
        super("container", site, guard);
        this.life = new Life(site, ports, images, containers);
        open().on("GET", "/", request -> Answer.json(200, versions()))
                .on("GET", "/v1", request -> Answer.json(200, version()));
        new Containers(site, containers, new ContainerOrder(ports), life).register(routes());
        new Actions(site, containers, life).register(routes());
        new Hosts(site, containers).register(routes());
    }

    /**
     * Lets no container be made from now on.
     *
     * @param reason the containers' status reason
     */
    public void failContainers(String reason) {
        script(reason);
    }

    /** Lets containers be made again. */
    public void healContainers() {
        script(null);
    }

    private void script(@Nullable String reason) {
        site().alone(() -> {
            life.failAll(reason);
            return true;
        });
    }

    /** {@return what users made and is still there; to be used under the node's lock} */
    public List<Remnant> remnants() {
        return containers.all().stream()
                .map(container -> new Remnant("container", container.id(), container.name()))
                .toList();
    }

    private ObjectNode versions() {
        ObjectNode body = Json.object()
                .put("name", "OpenStack Zun API")
                .put("description", "Zun is an OpenStack project which aims to provide containers service.");
        body.putArray("versions").add(version());
        body.set("default_version", version());
        return body;
    }

    private ObjectNode version() {
        ObjectNode version = Json.object()
                .put("id", "v1")
                .put("status", "CURRENT")
                .put("max_version", "1." + Edition.NEWEST)
                .put("min_version", "1.1");
        version.putArray("links")
                .addObject()
                .put("href", site().url("/container/v1/"))
                .put("rel", "self");
        return version;
    }

    /** {@inheritDoc} */
    @Override
    protected void check(Request request) {
        Edition.of(request).check();
    }

    /** {@inheritDoc} */
    @Override
    protected Answer finish(Request request, Answer answer) {
        Answer finished = answer.header("X-Openstack-Request-Id", request.id());
        return answer.status() == 401
                ? finished
                : finished.header("OpenStack-API-Minimum-Version", "container 1.1")
                        .header("OpenStack-API-Maximum-Version", "container 1." + Edition.NEWEST)
                        .header("OpenStack-API-Version", "container " + spoken(request))
                        .header("Vary", "OpenStack-API-Version");
    }

    private static String spoken(Request request) {
        try {
            return Edition.of(request).toString();
        } catch (Refusal refusal) {
            return "1.1";
        }
    }

    /** What goes wrong inside, Zun keeps to itself. */
    @Override
    protected Answer refuse(Request request, Refusal refusal) {
        if (refusal.status() == 401) {
            return unauthorized(refusal);
        }
        String detail = refusal.status() < 500
                ? refusal.message()
                : "Your request could not be handled because of a problem in the server. Error Correlation id is: "
                        + Ids.request();
        ObjectNode error = Json.object()
                .put("request_id", "")
                .put("code", "container." + refusal.type().toLowerCase(Locale.ROOT))
                .put("status", refusal.status())
                .put("title", detail)
                .put("detail", detail);
        error.putArray("links");
        return Answer.json(refusal.status(), Json.wrap("errors", Json.array().add(error)));
    }
}
