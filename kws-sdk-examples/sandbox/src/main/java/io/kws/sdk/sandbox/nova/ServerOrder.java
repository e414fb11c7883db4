package io.kws.sdk.sandbox.nova;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.site.Caller;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks what a user asks for when asking for a server; bad references are 400, not 404. */
final class ServerOrder {
    private static final Set<String> KNOWN = Set.of(
            "name",
            "flavorRef",
            "imageRef",
            "networks",
            "key_name",
            "user_data",
            "config_drive",
            "metadata",
            "security_groups",
            "availability_zone",
            "block_device_mapping_v2",
            "block_device_mapping",
            "min_count",
            "max_count",
            "adminPass",
            "accessIPv4",
            "accessIPv6",
            "OS-DCF:diskConfig",
            "return_reservation_id",
            "personality",
            "tags",
            "description",
            "hostname",
            "host",
            "hypervisor_hostname",
            "trusted_image_certificates",
            "OS-EXT-SRV-ATTR:host",
            "os:scheduler_hints");

    private final Caller caller;
    private final Cloud cloud;
    private final Keypairs keypairs;
    private final Microversion version;

    ServerOrder(Caller caller, Cloud cloud, Keypairs keypairs, Microversion version) {
        this.caller = caller;
        this.cloud = cloud;
        this.keypairs = keypairs;
        this.version = version;
    }

    void check(ObjectNode spec) {
        List<String> always = List.of("name", "flavorRef");
        for (String required : version.atLeast(37) ? List.of("name", "flavorRef", "networks") : always) {
            if (!spec.has(required)) {
                throw invalid("server", Python.repr(spec), "'" + required + "' is a required property");
            }
        }
        for (Map.Entry<String, JsonNode> field : spec.properties()) {
            if (!KNOWN.contains(field.getKey())) {
                throw invalid(
                        "server",
                        Python.repr(spec),
                        "Additional properties are not allowed ('" + field.getKey() + "' was unexpected)");
            }
        }
        checkName(spec.path("name").asText());
        checkMetadata(spec.path("metadata"));
        checkUserData(spec.path("user_data").asText(""));
        checkRest(spec);
    }

    private static void checkName(String name) {
        if (name.isBlank() || name.length() > 255) {
            throw invalid("name", name, "'" + name + "' is " + (name.isBlank() ? "too short" : "too long"));
        }
    }

    void checkMetadata(JsonNode metadata) {
        for (Map.Entry<String, JsonNode> item : metadata.properties()) {
            String value = item.getValue().asText();
            if (!item.getValue().isTextual()) {
                throw invalid(item.getKey(), value, value + " is not of type 'string'");
            }
            if (value.length() > 255) {
                throw invalid(item.getKey(), value, "'" + value + "' is too long");
            }
            if (item.getKey().isEmpty() || item.getKey().length() > 255) {
                throw invalid("metadata", Python.repr(metadata), "Additional properties are not allowed");
            }
        }
        checkMetadataSize(metadata.size());
    }

    void checkMetadataSize(int size) {
        if (!cloud.site().limits().allows(caller.projectId(), "metadata_items", size)) {
            throw new Refusal(
                    403,
                    "Maximum number of metadata items exceeds "
                            + cloud.site().limits().of(caller.projectId(), "metadata_items"));
        }
    }

    private static void checkUserData(String data) {
        try {
            byte[] unused = Base64.getMimeDecoder().decode(data);
            if (!data.matches("[A-Za-z0-9+/=\\s]*")) {
                throw new IllegalArgumentException();
            }
        } catch (IllegalArgumentException e) {
            throw invalid("user_data", data, "'" + data + "' is not a 'base64'");
        }
        if (data.length() > 65535) {
            throw invalid("user_data", data, "'" + data + "' is too long");
        }
    }

    private void checkRest(ObjectNode spec) {
        String key = spec.path("key_name").asText("");
        if (!key.isEmpty() && keypairs.find(caller.userId(), key).isEmpty()) {
            throw new Refusal(400, "Invalid key_name provided.");
        }
        String zone = spec.path("availability_zone").asText("nova");
        if (!zone.equals("nova") && !zone.startsWith("nova:")) {
            throw new Refusal(400, "The requested availability zone is not available");
        }
        if (spec.has("tags") && !version.atLeast(52)) {
            throw invalid("server", Python.repr(spec), "Additional properties are not allowed ('tags' was unexpected)");
        }
    }

    void checkImage(String id, Flavor flavor) {
        if (!id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw invalid("imageRef", id, "'" + id + "' is not valid under any of the given schemas");
        }
        JsonNode image =
                cloud.images().fields(caller, id).orElseThrow(() -> new Refusal(400, "Can not find requested image"));
        if (!image.path("status").asText().equals("active")) {
            throw new Refusal(400, "Image " + id + " is not active.");
        }
        if (image.path("min_ram").asInt() > flavor.ram()) {
            throw new Refusal(400, "Flavor's memory is too small for requested image.");
        }
        if (image.path("min_disk").asInt() > flavor.disk()) {
            throw new Refusal(
                    400,
                    "Flavor's disk is smaller than the minimum size specified in image metadata. Flavor disk is "
                            + gigabytes(flavor.disk()) + " bytes, minimum size is "
                            + gigabytes(image.path("min_disk").asInt()) + " bytes.");
        }
    }

    private static long gigabytes(int count) {
        return (long) count << 30;
    }

    List<String> groups(JsonNode wanted) {
        return wanted.findValuesAsText("name").stream().map(this::group).toList();
    }

    private String group(String name) {
        List<String> found = cloud.ports().groups(caller, name);
        if (found.isEmpty()) {
            throw new Refusal(400, "Unable to find security_group with name or id '" + name + "'");
        }
        if (found.size() > 1) {
            throw new Refusal(
                    409,
                    "Multiple security_group matches found for name '" + name + "', use an ID to be more specific.");
        }
        return found.get(0);
    }

    static Refusal invalid(String field, String value, String reason) {
        return new Refusal(400, "Invalid input for field/attribute " + field + ". Value: " + value + ". " + reason);
    }
}
