package io.kws.sdk.sandbox.cinder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.glance.Images;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Html;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.http.Service;
import io.kws.sdk.sandbox.site.Guard;
import io.kws.sdk.sandbox.site.Remnant;
import io.kws.sdk.sandbox.site.Site;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Block storage v3, with and without the project in its paths. Thread-safe. */
public final class Cinder extends Service {
    private static final Pattern VERSION = Pattern.compile("volume (\\d+)\\.(\\d+)");
    private static final int NEWEST = 70;
    private static final Map<Integer, String> NAMES = Map.of(
            400, "badRequest", 403, "forbidden", 404, "itemNotFound", 409, "conflictingRequest", 413, "overLimit");

    private final Volumes volumes;

    /**
     * Starts the service.
     *
     * @param site the node it belongs to
     * @param guard checks the tokens
     * @param images what volumes can be made from
     */
    public Cinder(Site site, Guard guard, Images images) {
        super("volume", site, guard);
        this.volumes = new Volumes(site, images);
        open().on("GET", "/", request -> Answer.json(300, versions()));
        routes().on("GET", "/v3", request -> Answer.json(200, versions()));
        for (String root : List.of("/v3", "/v3/{project}")) {
            new VolumeRequests(site, volumes).register(routes(), root);
            new SnapshotRequests(site, volumes.snapshots()).register(routes(), root);
            new VolumeLimits(site, volumes).register(routes(), root);
            volumes.messages().register(routes(), root);
        }
    }

    /** {@return the volumes of servers; to be used under the node's lock} */
    public ServerVolumes serverVolumes() {
        return new ServerVolumes(site(), volumes);
    }

    /** {@return what users made and is still there; to be used under the node's lock} */
    public List<Remnant> remnants() {
        Stream<Remnant> all =
                volumes.newestFirst().stream().map(volume -> new Remnant("volume", volume.id(), volume.name()));
        Stream<Remnant> snapshots = volumes.snapshots().newestFirst().stream()
                .map(snapshot -> new Remnant("snapshot", snapshot.id(), snapshot.name()));
        return Stream.concat(all, snapshots).toList();
    }

    /**
     * Lets volumes asked for from now on end as errors.
     *
     * @param reason what Cinder tells the user
     */
    public void failVolumes(String reason) {
        volumes.messages().play(reason);
    }

    /** Lets volumes be made again. */
    public void healVolumes() {
        volumes.messages().play(null);
    }

    private ObjectNode versions() {
        ObjectNode body = Json.object();
        ObjectNode version = body.putArray("versions")
                .addObject()
                .put("id", "v3.0")
                .put("status", "CURRENT")
                .put("version", "3." + NEWEST)
                .put("min_version", "3.0")
                .put("updated", "2022-08-31T00:00:00Z");
        version.putArray("links").addObject().put("rel", "self").put("href", site().url("/volume/v3/"));
        return body;
    }

    /** {@inheritDoc} */
    @Override
    protected void check(Request request) {
        Matcher version = VERSION.matcher(version(request));
        if (version.matches() && (!version.group(1).equals("3") || Integer.parseInt(version.group(2)) > NEWEST)) {
            throw new Refusal(
                    406,
                    "Version " + version(request).substring("volume ".length())
                            + " is not supported by the API. Minimum is 3.0 and maximum is 3." + NEWEST + ".");
        }
    }

    static int minor(Request request) {
        Matcher version = VERSION.matcher(version(request));
        return version.matches() ? Integer.parseInt(version.group(2)) : 0;
    }

    private static String version(Request request) {
        return request.header("OpenStack-API-Version")
                .filter(value -> VERSION.matcher(value).matches())
                .orElse("volume 3.0");
    }

    /** {@inheritDoc} */
    @Override
    protected Answer finish(Request request, Answer answer) {
        Answer finished = answer.header("X-Openstack-Request-Id", request.id());
        return answer.status() == 401
                ? finished
                : finished.header("X-Compute-Request-Id", request.id())
                        .header("OpenStack-API-Version", version(request))
                        .header("Vary", "OpenStack-API-Version");
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
        if (refusal.status() == 413) {
            error.put("retryAfter", "0");
            return Answer.json(413, Json.wrap(name, error)).header("Retry-After", "0");
        }
        return Answer.json(refusal.status(), Json.wrap(name, error));
    }
}
