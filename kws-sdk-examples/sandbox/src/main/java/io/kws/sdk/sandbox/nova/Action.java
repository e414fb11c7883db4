package io.kws.sdk.sandbox.nova;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Request;

/** One of the things that can be done with a server. */
@FunctionalInterface
interface Action {
    /** Does it, or refuses it. */
    Answer run(Server server, JsonNode argument, Request request);

    /** {@return the answer of actions that have nothing to say} */
    static Answer accepted() {
        return Answer.empty(202).header("Content-Type", "application/json");
    }
}
