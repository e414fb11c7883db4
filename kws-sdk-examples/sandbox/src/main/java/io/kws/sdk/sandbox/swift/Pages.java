package io.kws.sdk.sandbox.swift;

import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Refusal;
import java.util.Map;

/** What Swift writes when it has nothing better to say. */
final class Pages {
    /** The type of a refusal whose message is the whole body. */
    static final String PLAIN = "plain";

    private static final Map<Integer, String[]> REASONS = Map.ofEntries(
            reason(202, "Accepted", "The request is accepted for processing."),
            reason(
                    400,
                    "Bad Request",
                    "The server could not comply with the request since it is either malformed or otherwise incorrect."),
            reason(
                    401,
                    "Unauthorized",
                    "This server could not verify that you are authorized to access the document you requested."),
            reason(403, "Forbidden", "Access was denied to this resource."),
            reason(404, "Not Found", "The resource could not be found."),
            reason(405, "Method Not Allowed", "The method is not allowed for this resource."),
            reason(408, "Request Timeout", "The server has waited too long for the request to be sent by the client."),
            reason(409, "Conflict", "There was a conflict when trying to complete your request."),
            reason(411, "Length Required", "Content-Length header required."),
            reason(412, "Precondition Failed", "A precondition for this request was not met."),
            reason(413, "Request Entity Too Large", "The body of your request was too large for this server."),
            reason(416, "Requested Range Not Satisfiable", "The Range requested is not available."),
            reason(422, "Unprocessable Entity", "Unable to process the contained instructions"),
            reason(499, "Client Disconnect", "The client was disconnected during request."),
            reason(
                    500,
                    "Internal Error",
                    "The server has either erred or is incapable of performing the requested operation."),
            reason(502, "Bad Gateway", "Bad gateway."),
            reason(
                    503,
                    "Service Unavailable",
                    "The server is currently unavailable. Please try again at a later time."),
            reason(504, "Gateway Timeout", "A timeout has occurred speaking to a backend server."));

    private Pages() {}

    private static Map.Entry<Integer, String[]> reason(int status, String title, String sentence) {
        return Map.entry(status, new String[] {title, sentence});
    }

    static Answer of(Refusal refusal) {
        return refusal.type().equals(PLAIN)
                ? Answer.text(refusal.status(), "text/plain", refusal.message())
                : page(refusal.status());
    }

    static Answer page(int status) {
        String[] reason = REASONS.getOrDefault(status, new String[] {"Error", "Error"});
        return Answer.text(
                status, "text/html; charset=UTF-8", "<html><h1>%s</h1><p>%s</p></html>".formatted((Object[]) reason));
    }

    static Answer empty(int status) {
        return Answer.empty(status).header("Content-Type", "text/html; charset=UTF-8");
    }

    /** Names a status as bulk requests report it. */
    static String line(int status) {
        String[] reason = REASONS.get(status);
        return reason == null ? status + " Error" : status + " " + reason[0];
    }
}
