package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A request that is not carried out, as a {@code Status} tells it. */
final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(400, "BadRequest"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "NotFound"),
            Map.entry(405, "MethodNotAllowed"),
            Map.entry(406, "NotAcceptable"),
            Map.entry(409, "Conflict"),
            Map.entry(410, "Expired"),
            Map.entry(413, "RequestEntityTooLarge"),
            Map.entry(415, "UnsupportedMediaType"),
            Map.entry(422, "Invalid"),
            Map.entry(429, "TooManyRequests"),
            Map.entry(500, "InternalError"),
            Map.entry(503, "ServiceUnavailable"),
            Map.entry(504, "Timeout"));

    /** What has details, also where there are none to tell. */
    private static final Set<Integer> WITH_DETAILS = Set.of(403, 404, 405, 409, 415, 422);

    private final transient ObjectNode status;

    private ApiError(ObjectNode status) {
        super(status.path("message").asText(), null, false, false);
        this.status = status;
    }

    /** One thing that is wrong with an object. */
    record Cause(String field, String reason, String message) {
        static Cause required(String field, String detail) {
            return new Cause(field, "FieldValueRequired", "Required value" + (detail.isEmpty() ? "" : ": " + detail));
        }

        static Cause invalid(String field, String value, String detail) {
            return new Cause(field, "FieldValueInvalid", "Invalid value: %s: %s".formatted(value, detail));
        }
    }

    int code() {
        return status.path("code").asInt();
    }

    /** The whole {@code Status}. */
    ObjectNode status() {
        return status;
    }

    static ApiError of(int code, String message) {
        return new ApiError(status(code, REASONS.getOrDefault(code, "Unknown"), message, Json.object()));
    }

    static ApiError badRequest(String message) {
        return of(400, message);
    }

    static ApiError notFound(Kind kind, String name) {
        return about(kind, name, 404, "\"%s\" not found".formatted(name));
    }

    static ApiError noSuchPath() {
        return of(404, "the server could not find the requested resource");
    }

    static ApiError wrongMethod() {
        return of(405, "the server does not allow this method on the requested resource");
    }

    static ApiError alreadyExists(Kind kind, String name) {
        ApiError error = about(kind, name, 409, "\"%s\" already exists".formatted(name));
        error.status.put("reason", "AlreadyExists");
        return error;
    }

    static ApiError modified(Kind kind, String name) {
        return conflict(
                kind,
                name,
                "the object has been modified; please apply your changes to the latest version and try again");
    }

    static ApiError conflict(Kind kind, String name, String why) {
        ApiError error = about(kind, name, 409, "");
        error.status.put(
                "message", "Operation cannot be fulfilled on %s \"%s\": %s".formatted(kind.resource(), name, why));
        return error;
    }

    /** A deletion of something that is not as the one who deletes it thinks. */
    static ApiError precondition(Kind kind, String name, String why) {
        ObjectNode details = Json.object().put("name", name);
        if (!kind.group().isEmpty()) {
            details.put("group", kind.group());
        }
        details.put("kind", kind.word());
        String message = "Operation cannot be fulfilled on %s \"%s\": %s".formatted(kind.qualifiedWord(), name, why);
        return new ApiError(status(409, "Conflict", message, details));
    }

    static ApiError forbidden(Kind kind, String name, String why) {
        return about(kind, name, 403, (name.isEmpty() ? "" : "\"" + name + "\" ") + "is forbidden: " + why);
    }

    static ApiError invalid(Kind kind, String name, List<Cause> causes) {
        List<String> told = causes.stream()
                .map(cause -> cause.field() + ": " + cause.message())
                .toList();
        String all = told.size() == 1 ? told.get(0) : "[" + String.join(", ", told) + "]";
        ObjectNode details = Json.object();
        if (!name.isEmpty()) {
            details.put("name", name);
        }
        if (!kind.group().isEmpty()) {
            details.put("group", kind.group());
        }
        details.put("kind", kind.word());
        addCauses(details, causes);
        String message = "%s \"%s\" is invalid: %s".formatted(kind.qualifiedWord(), name, all);
        return new ApiError(status(422, "Invalid", message, details));
    }

    /** What an apply without a manager is told. */
    static ApiError noFieldManager() {
        Cause cause = Cause.required("fieldManager", "is required for apply patch");
        ObjectNode details = Json.object().put("group", "meta.k8s.io").put("kind", "PatchOptions");
        addCauses(details, List.of(cause));
        return new ApiError(status(
                422, "Invalid", "PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: " + cause.message(), details));
    }

    static ApiError applyConflicts(String message, List<Cause> causes) {
        ObjectNode details = Json.object();
        addCauses(details, causes);
        return new ApiError(status(409, "Conflict", message, details));
    }

    ApiError withCause(Cause cause) {
        addCauses(status.withObject("/details"), List.of(cause));
        return this;
    }

    private static ApiError about(Kind kind, String name, int code, String what) {
        ObjectNode details = Json.object();
        if (!name.isEmpty()) {
            details.put("name", name);
        }
        if (!kind.group().isEmpty()) {
            details.put("group", kind.group());
        }
        details.put("kind", kind.plural());
        return new ApiError(status(code, REASONS.getOrDefault(code, ""), kind.resource() + " " + what, details));
    }

    private static void addCauses(ObjectNode details, List<Cause> causes) {
        ArrayNode all = details.withArray("causes");
        causes.forEach(cause -> all.addObject()
                .put("reason", cause.reason())
                .put("message", cause.message())
                .put("field", cause.field()));
    }

    private static ObjectNode status(int code, String reason, String message, ObjectNode details) {
        ObjectNode status = Json.object().put("kind", "Status").put("apiVersion", Kind.VERSION);
        status.putObject("metadata");
        status.put("status", "Failure").put("message", message).put("reason", reason);
        if (!details.isEmpty() || WITH_DETAILS.contains(code)) {
            status.set("details", details);
        }
        return status.put("code", code);
    }
}
