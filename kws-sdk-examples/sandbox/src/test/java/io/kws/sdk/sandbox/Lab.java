package io.kws.sdk.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.Client.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Makes what many tests need. */
final class Lab {
    private static final String SERVERS = "/compute/v2.1/servers";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Client client;

    Lab(Client client) {
        this.client = client;
    }

    String network(String name) {
        return client.get("/network/v2.0/networks?name=" + name).string("/networks/0/id");
    }

    String image(String name) {
        return client.get("/image/v2/images?name=" + name).string("/images/0/id");
    }

    /** Asks for a small server; the fields given, as they stand in JSON, come on top. */
    Reply create(String name, String fields) {
        ObjectNode server = read("{\"flavorRef\": \"1\"}");
        server.put("name", name).put("imageRef", image("debian-12"));
        server.putArray("networks").addObject().put("uuid", network("private"));
        server.setAll(read("{" + fields + "}"));
        return client.post(
                SERVERS, MAPPER.createObjectNode().set("server", server).toString());
    }

    /** Makes a server and waits until it is ACTIVE; its identifier. */
    String active(String name, String fields) {
        String id = create(name, fields).string("/server/id");
        await(id, "ACTIVE");
        return id;
    }

    Reply await(String id, String status) {
        return client.await(
                SERVERS + "/" + id,
                reply -> reply.string("/server/status").equals(status)
                        && reply.at("/server/OS-EXT-STS:task_state").isNull());
    }

    /** Returns the ports of servers. */
    JsonNode ports() {
        return client.get("/network/v2.0/ports?device_owner=compute:nova").at("/ports");
    }

    private static ObjectNode read(String json) {
        try {
            return (ObjectNode) MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
