package io.kws.sdk.sandbox.neutron;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Html;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.http.Service;
import io.kws.sdk.sandbox.keystone.Keystone;
import io.kws.sdk.sandbox.site.Remnant;
import io.kws.sdk.sandbox.site.Site;
import java.util.ArrayList;
import java.util.List;

/** Networks v2.0, begun with the networks of the testbed. Thread-safe. */
public final class Neutron extends Service {
    private final Topology topology;
    private final ServerPorts serverPorts;
    private final ContainerPorts containerPorts;

    /**
     * Starts the service.
     *
     * @param site the node it belongs to
     * @param keystone checks the tokens
     */
    public Neutron(Site site, Keystone keystone) {
        super("network", site, keystone.tokens());
        this.topology = new Topology(site);
        this.serverPorts = new ServerPorts(topology);
        this.containerPorts = new ContainerPorts(topology);
        open().on("GET", "/", request -> Answer.json(200, versions()));
        topology.register(routes());
        new NetworkQuotas(site, topology).register(routes());
        routes().on("GET", "/v2.0", request -> Answer.json(200, Json.wrap("resources", Json.array())))
                .on("GET", "/v2.0/extensions", request -> Extensions.list())
                .on("GET", "/v2.0/extensions/{alias}", Extensions::show)
                .on("GET", "/v2.0/agents", request -> none("agents"))
                .on("GET", "/v2.0/subnetpools", request -> none("subnetpools"))
                .on("GET", "/v2.0/address-scopes", request -> none("address_scopes"))
                .on("GET", "/v2.0/availability_zones", request -> zones());
        new FirstNetworks(topology, keystone.user("admin"), keystone.user("demo")).lay();
    }

    /** {@return the ports of Nova's servers; to be used under the node's lock} */
    public ServerPorts serverPorts() {
        return serverPorts;
    }

    /** {@return the ports of Zun's containers; to be used under the node's lock} */
    public ContainerPorts containerPorts() {
        return containerPorts;
    }

    /** {@return which server an address leads to; to be used under the node's lock} */
    public Reach reach() {
        return new Reach(topology);
    }

    /** {@return what users made and is still there; to be used under the node's lock} */
    public List<Remnant> remnants() {
        List<Remnant> remnants = new ArrayList<>();
        topology.all()
                .filter(resources -> resources.kind() != Kind.RULE)
                .forEach(resources -> resources.made().stream()
                        .filter(this::isUsers)
                        .forEach(row -> remnants.add(remnant(resources.kind(), row))));
        return remnants;
    }

    private boolean isUsers(ObjectNode row) {
        return !row.path("device_owner").asText().startsWith("network:")
                && !serverPorts.isMadeForServer(Resources.id(row))
                && !containerPorts.isMadeForContainer(Resources.id(row))
                && !row.path("description").asText().equals("Default security group");
    }

    private static Remnant remnant(Kind kind, ObjectNode row) {
        String name = row.path("floating_ip_address").asText(row.path("name").asText());
        return new Remnant(kind.one(), Resources.id(row), name);
    }

    private static Answer none(String name) {
        return Answer.json(200, Json.wrap(name, Json.array()));
    }

    private static Answer zones() {
        ObjectNode body = Json.object();
        for (String resource : new String[] {"network", "router"}) {
            body.withArray("availability_zones")
                    .addObject()
                    .put("state", "available")
                    .put("name", "nova")
                    .put("resource", resource);
        }
        return Answer.json(200, body);
    }

    private ObjectNode versions() {
        ObjectNode body = Json.object();
        ObjectNode version =
                body.putArray("versions").addObject().put("id", "v2.0").put("status", "CURRENT");
        version.putArray("links").addObject().put("rel", "self").put("href", site().url("/network/v2.0/"));
        return body;
    }

    /** {@inheritDoc} */
    @Override
    protected Answer finish(Request request, Answer answer) {
        return answer.header("X-Openstack-Request-Id", request.id());
    }

    /** {@inheritDoc} */
    @Override
    protected Answer refuse(Request request, Refusal refusal) {
        if (refusal.status() == 401) {
            ObjectNode error =
                    Json.object().put("code", 401).put("title", "Unauthorized").put("message", refusal.message());
            return Answer.json(401, Json.wrap("error", error))
                    .header("WWW-Authenticate", "Keystone uri=\"" + site().url("/identity/v3") + "\"");
        }
        String type =
                refusal.type().isEmpty() ? "HTTP" + Html.title(refusal.status()).replace(" ", "") : refusal.type();
        ObjectNode error = Json.object()
                .put("type", type)
                .put("message", refusal.message())
                .put("detail", "");
        return Answer.json(refusal.status(), Json.wrap("NeutronError", error));
    }
}
