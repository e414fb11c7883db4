package io.kws.sdk.openstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.http.ServiceAnswer;
import java.util.Map;

/** A successful answer of a service: its headers, and its body, which has been read. Immutable. */
public final class Reply {
    private final ServiceAnswer answer;
    private final JsonNode json;

    Reply(ServiceAnswer answer) {
        this.answer = answer;
        this.json = Json.parseAny(answer.bytes()).orElse(Json.object());
    }

    /** {@return the HTTP status} */
    public int status() {
        return answer.status();
    }

    /** {@return the body; an empty object if there is none, or it is not JSON} */
    public JsonNode json() {
        return json;
    }

    /** {@return all headers; their names are in lower case} */
    public Map<String, String> headers() {
        return answer.lowerCaseHeaders();
    }

    /**
     * Returns a header.
     *
     * @param name its name, in any case
     * @return its value; empty if the answer has no such header
     */
    public String header(String name) {
        return answer.header(name).orElse("");
    }
}
