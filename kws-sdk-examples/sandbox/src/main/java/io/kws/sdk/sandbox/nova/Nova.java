package io.kws.sdk.sandbox.nova;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Html;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.http.Service;
import io.kws.sdk.sandbox.site.Guard;
import io.kws.sdk.sandbox.site.Remnant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Compute v2.1 with one host. Thread-safe. */
public final class Nova extends Service {
    private static final Map<Integer, String> NAMES = Map.of(
            400, "badRequest", 403, "forbidden", 404, "itemNotFound", 409, "conflictingRequest", 413, "overLimit");

    private final ServerStore servers = new ServerStore();
    private final Keypairs keypairs;
    private final Construction construction;
    private final Consoles consoles;

    /**
     * Starts the service.
     *
     * @param cloud the services it builds upon
     * @param guard checks the tokens
     */
    public Nova(Cloud cloud, Guard guard) {
        super("compute", cloud.site(), guard);
        this.keypairs = new Keypairs(cloud.site());
        this.construction = new Construction(cloud, servers);
        this.consoles = new Consoles(cloud.site(), servers);
        Flavors flavors = new Flavors(cloud.site());
        open().on("GET", "/", request -> Answer.json(200, versions()))
                .on("GET", "/v2.1", request -> Answer.json(200, Json.wrap("version", version())));
        flavors.register(routes());
        keypairs.register(routes());
        new Servers(cloud, servers, flavors, keypairs, construction).register(routes());
        registerParts(cloud, flavors);
    }

    private void registerParts(Cloud cloud, Flavors flavors) {
        ServerQuota quota = new ServerQuota(site().limits(), servers);
        ServerActions actions = new ServerActions(servers, site().agenda()::now);
        new PowerActions(cloud).register(actions.actions());
        new ResizeActions(site(), flavors, quota).register(actions.actions());
        new ImageActions(cloud, keypairs).register(actions.actions());
        new OtherActions(cloud, construction).register(actions.actions());
        consoles.register(actions.actions());
        consoles.register(routes());
        actions.register(routes());
        new ServerMetadata(cloud, servers, keypairs).register(routes());
        new ServerTags(site(), servers).register(routes());
        new Interfaces(cloud, servers).register(routes());
        new VolumeAttachments(cloud, servers).register(routes());
        new ComputeQuotas(site().limits(), quota, keypairs).register(routes());
        new Hosts(site(), servers).register(routes());
    }

    /**
     * Sets what all servers print that have no text of their own.
     *
     * @param text the whole console log; empty for the usual one
     */
    public void consoleLog(String text) {
        site().alone(() -> {
            consoles.script(text);
            return true;
        });
    }

    /**
     * Sets what one server prints.
     *
     * @param serverId the server
     * @param text the whole console log
     */
    public void consoleLog(String serverId, String text) {
        site().alone(() -> {
            consoles.script(serverId, text);
            return true;
        });
    }

    /**
     * Returns a server that runs; to be used under the node's lock.
     *
     * @param serverId the server
     * @return its name and since when it runs, empty if it does not run
     */
    public Optional<Running> running(String serverId) {
        return servers.find(serverId)
                .filter(server -> server.state() == VmState.ACTIVE)
                .map(server -> new Running(server.name(), server.launched().orElse(server.created())));
    }

    /** {@return what all servers use, by resource class; to be used under the node's lock} */
    public Map<String, Integer> used() {
        List<Flavor> flavors = servers.newestFirst().stream()
                .filter(Server::isHosted)
                .map(Server::flavor)
                .toList();
        return Map.of(
                "VCPU", flavors.stream().mapToInt(Flavor::vcpus).sum(),
                "MEMORY_MB", flavors.stream().mapToInt(Flavor::ram).sum(),
                "DISK_GB", flavors.stream().mapToInt(Flavor::disk).sum());
    }

    /**
     * A server that runs.
     *
     * @param name its name
     * @param since when it began to run
     */
    public record Running(String name, Instant since) {}

    /**
     * Lets all builds fail from now on.
     *
     * @param fault the message of the servers' fault
     */
    public void failServers(String fault) {
        site().alone(() -> {
            construction.failAll(fault);
            return true;
        });
    }

    /** Lets builds succeed again. */
    public void healServers() {
        site().alone(() -> {
            construction.failAll(null);
            return true;
        });
    }

    /** {@return what users made and is still there; to be used under the node's lock} */
    public List<Remnant> remnants() {
        Stream<Remnant> all =
                servers.newestFirst().stream().map(server -> new Remnant("server", server.id(), server.name()));
        return Stream.concat(all, keypairs.remnants().stream()).toList();
    }

    private ObjectNode versions() {
        ObjectNode body = Json.object();
        ObjectNode old = body.putArray("versions")
                .addObject()
                .put("id", "v2.0")
                .put("status", "SUPPORTED")
                .put("version", "")
                .put("min_version", "")
                .put("updated", "2011-01-21T11:33:21Z");
        old.putArray("links").addObject().put("rel", "self").put("href", site().url("/compute/v2/"));
        ObjectNode current = version();
        current.remove("media-types");
        body.withArray("versions").add(current);
        return body;
    }

    private ObjectNode version() {
        ObjectNode version = Json.object()
                .put("id", "v2.1")
                .put("status", "CURRENT")
                .put("version", "2." + Microversion.NEWEST)
                .put("min_version", "2.1")
                .put("updated", "2013-07-23T11:33:21Z");
        version.putArray("links").addObject().put("rel", "self").put("href", site().url("/compute/v2.1/"));
        version.putArray("media-types")
                .addObject()
                .put("base", "application/json")
                .put("type", "application/vnd.openstack.compute+json;version=2.1");
        return version;
    }

    /** {@inheritDoc} */
    @Override
    protected void check(Request request) {
        Microversion.of(request).check();
    }

    /** {@inheritDoc} */
    @Override
    protected Answer finish(Request request, Answer answer) {
        Answer finished =
                answer.header("X-Openstack-Request-Id", request.id()).header("X-Compute-Request-Id", request.id());
        return answer.status() == 401
                ? finished
                : finished.header("OpenStack-API-Version", "compute " + spoken(request))
                        .header("X-OpenStack-Nova-API-Version", spoken(request))
                        .header("Vary", "OpenStack-API-Version")
                        .header("Vary", "X-OpenStack-Nova-API-Version");
    }

    private static String spoken(Request request) {
        try {
            return Microversion.of(request).toString();
        } catch (Refusal refusal) {
            return "2.1";
        }
    }

    /** {@inheritDoc} */
    @Override
    protected Answer refuse(Request request, Refusal refusal) {
        if (refusal.type().equals("HTTPNotFound")) {
            return Html.page(404, refusal.message());
        }
        if (refusal.status() == 401) {
            ObjectNode error =
                    Json.object().put("code", 401).put("title", "Unauthorized").put("message", refusal.message());
            return Answer.json(401, Json.wrap("error", error))
                    .header("WWW-Authenticate", "Keystone uri=\"" + site().url("/identity/v3") + "\"");
        }
        ObjectNode error = Json.object().put("code", refusal.status()).put("message", refusal.message());
        String name = NAMES.getOrDefault(refusal.status(), "computeFault");
        return Answer.json(refusal.status(), Json.wrap(name, error));
    }
}
