package io.kws.sdk.sandbox.nova;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;

/** A size of servers. */
record Flavor(String id, String name, int vcpus, int ram, int disk) {
    /** {@return the flavor as a part of a server, from 2.47 on} */
    ObjectNode embedded() {
        ObjectNode json = Json.object()
                .put("vcpus", vcpus)
                .put("ram", ram)
                .put("disk", disk)
                .put("ephemeral", 0)
                .put("swap", 0)
                .put("original_name", name);
        json.putObject("extra_specs");
        return json;
    }

    ObjectNode brief() {
        return Json.object().put("id", id).put("name", name);
    }

    ObjectNode full(Microversion version) {
        ObjectNode json = brief().put("ram", ram).put("disk", disk);
        if (version.atLeast(75)) {
            json.put("swap", 0);
        } else {
            json.put("swap", "");
        }
        json.put("OS-FLV-EXT-DATA:ephemeral", 0)
                .put("OS-FLV-DISABLED:disabled", false)
                .put("vcpus", vcpus)
                .put("os-flavor-access:is_public", true)
                .put("rxtx_factor", 1.0);
        if (version.atLeast(55)) {
            json.putNull("description");
        }
        if (version.atLeast(61)) {
            json.putObject("extra_specs");
        }
        return json;
    }
}
