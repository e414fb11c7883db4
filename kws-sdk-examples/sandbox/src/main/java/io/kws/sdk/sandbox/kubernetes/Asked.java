package io.kws.sdk.sandbox.kubernetes;

import io.kws.sdk.sandbox.http.Request;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What a request asks for.
 *
 * @param request the request
 * @param target what it is about
 * @param verb what is to be done, as roles name it
 */
record Asked(Request request, Target target, String verb) {
    static Asked of(Request request, Target target) {
        return new Asked(request, target, verb(request, target));
    }

    private static String verb(Request request, Target target) {
        boolean isAll = target.isCollection();
        return switch (request.method()) {
            case "GET" -> isAll ? isTrue(request, "watch") ? "watch" : "list" : "get";
            case "POST" -> {
                boolean isExec = target.part().equals("exec");
                if (!isAll && !isExec) {
                    throw ApiError.wrongMethod();
                }
                yield "create";
            }
            case "PUT" -> one(isAll, "update");
            case "PATCH" -> one(isAll, "patch");
            case "DELETE" -> isAll ? "deletecollection" : "delete";
            default -> throw ApiError.wrongMethod();
        };
    }

    private static String one(boolean isAll, String verb) {
        if (isAll) {
            throw ApiError.wrongMethod();
        }
        return verb;
    }

    private static boolean isTrue(Request request, String name) {
        return request.query()
                .last(name)
                .filter(value -> value.matches("true|1"))
                .isPresent();
    }

    boolean isTrue(String name) {
        return isTrue(request, name);
    }

    String query(String name) {
        return request.query().last(name).orElse("");
    }

    int number(String name, int otherwise) {
        String value = query(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        if (!value.matches("\\d{1,9}")) {
            throw ApiError.badRequest("strconv.ParseInt: parsing \"" + value + "\": invalid syntax");
        }
        return Integer.parseInt(value);
    }

    boolean isForced() {
        return isTrue("force");
    }

    /** The body's type without its parameters. */
    String contentType() {
        return request.header("Content-Type").orElse("application/json").replaceFirst("\\s*;.*", "");
    }

    byte[] body() {
        try {
            return request.body().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without a name of its own, a manager is called as its program says. */
    Author author() {
        String agent = request.header("User-Agent").orElse("unknown").replaceFirst("/.*", "");
        return new Author(
                request.query().last("fieldManager").orElse(agent),
                query("dryRun").equals("All"));
    }

    View view() {
        return View.of(this);
    }
}
