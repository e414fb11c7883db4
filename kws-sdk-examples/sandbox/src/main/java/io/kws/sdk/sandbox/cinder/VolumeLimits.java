package io.kws.sdk.sandbox.cinder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.http.Routes;
import io.kws.sdk.sandbox.site.Site;
import java.util.LinkedHashMap;
import java.util.Map;

/** Limits, quotas, the one volume type and the one zone. */
final class VolumeLimits {
    private static final Map<String, Integer> FIXED = Map.of(
            "backups", 10,
            "backup_gigabytes", 1000,
            "groups", 10,
            "volumes___DEFAULT__", -1,
            "gigabytes___DEFAULT__", -1,
            "snapshots___DEFAULT__", -1);

    private final Site site;
    private final Volumes volumes;
    private final String typeId;

    VolumeLimits(Site site, Volumes volumes) {
        this.site = site;
        this.volumes = volumes;
        this.typeId = site.ids().uuid();
    }

    void register(Routes routes, String root) {
        routes.on("GET", root + "/limits", this::limits)
                .on(
                        "GET",
                        root + "/types",
                        request -> Answer.json(
                                200, Json.wrap("volume_types", Json.array().add(type()))))
                .on("GET", root + "/types/{type}", this::showType)
                .on("GET", root + "/os-quota-sets/{of}", this::quotas)
                .on("GET", root + "/os-quota-sets/{of}/defaults", this::quotas)
                .on("PUT", root + "/os-quota-sets/{of}", this::updateQuotas)
                .on("GET", root + "/os-availability-zone", request -> zones())
                .on("GET", root + "/backups", request -> none("backups"))
                .on("GET", root + "/backups/detail", request -> none("backups"))
                .on("GET", root + "/extensions", request -> none("extensions"));
    }

    private static Answer none(String name) {
        return Answer.json(200, Json.wrap(name, Json.array()));
    }

    private Answer limits(Request request) {
        String project = request.caller().projectId();
        ObjectNode absolute = Json.object()
                .put("maxTotalVolumes", site.limits().of(project, "volumes"))
                .put("maxTotalSnapshots", site.limits().of(project, "snapshots"))
                .put("maxTotalVolumeGigabytes", site.limits().of(project, "gigabytes"))
                .put("maxTotalBackups", 10)
                .put("maxTotalBackupGigabytes", 1000)
                .put("totalVolumesUsed", volumes.used(project))
                .put("totalGigabytesUsed", volumes.gigabytes(project))
                .put("totalSnapshotsUsed", volumes.snapshots().of(project).size())
                .put("totalBackupsUsed", 0)
                .put("totalBackupGigabytesUsed", 0);
        ObjectNode limits = Json.object();
        limits.putArray("rate");
        limits.set("absolute", absolute);
        return Answer.json(200, Json.wrap("limits", limits));
    }

    private ObjectNode type() {
        ObjectNode type = Json.object()
                .put("id", typeId)
                .put("name", "__DEFAULT__")
                .put("is_public", true)
                .put("description", "Default Volume Type")
                .put("os-volume-type-access:is_public", true);
        type.putObject("extra_specs");
        return type;
    }

    private Answer showType(Request request) {
        String wanted = request.at("type");
        if (!wanted.equals("default") && !wanted.equals(typeId) && !wanted.equals("__DEFAULT__")) {
            throw new Refusal(404, "Volume type " + wanted + " could not be found.");
        }
        return Answer.json(200, Json.wrap("volume_type", type()));
    }

    private Answer quotas(Request request) {
        String project = request.at("of");
        boolean usage = request.query().last("usage").orElse("").equalsIgnoreCase("true");
        Map<String, Integer> used = new LinkedHashMap<>();
        used.put("volumes", (int) volumes.used(project));
        used.put("per_volume_gigabytes", 0);
        used.put("snapshots", volumes.snapshots().of(project).size());
        used.put("gigabytes", volumes.gigabytes(project));
        ObjectNode quota = Json.object().put("id", project);
        used.forEach((name, count) -> {
            int limit = site.limits().of(project, name);
            if (usage) {
                quota.putObject(name).put("limit", limit).put("in_use", count).put("reserved", 0);
            } else {
                quota.put(name, limit);
            }
        });
        FIXED.forEach((name, limit) -> {
            if (usage) {
                quota.putObject(name).put("limit", limit).put("in_use", 0).put("reserved", 0);
            } else {
                quota.put(name, limit);
            }
        });
        return Answer.json(200, Json.wrap("quota_set", quota));
    }

    private Answer updateQuotas(Request request) {
        if (!request.caller().isAdmin()) {
            throw new Refusal(403, "Policy doesn't allow volume_extension:quotas:update to be performed.");
        }
        request.json()
                .path("quota_set")
                .properties()
                .forEach(limit -> site.limits()
                        .set(request.at("of"), limit.getKey(), limit.getValue().asInt()));
        return quotas(request);
    }

    private static Answer zones() {
        ObjectNode zone = Json.object().put("zoneName", "nova");
        zone.putObject("zoneState").put("available", true);
        return Answer.json(200, Json.wrap("availabilityZoneInfo", Json.array().add(zone)));
    }
}
