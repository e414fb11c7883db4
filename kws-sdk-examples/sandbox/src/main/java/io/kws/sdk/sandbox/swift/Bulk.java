package io.kws.sdk.sandbox.swift;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Deletes many things by one request, and reports on each. Guarded by the node's lock. */
final class Bulk {
    private static final int MOST = 10_000;
    private static final int LONGEST_LINE = 2 * (1024 + 256 + 2);

    private final Accounts accounts;
    private final List<String[]> errors = new ArrayList<>();
    private int deleted;
    private int missing;
    private String refusal = "";

    Bulk(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Reads the names in a request's body. */
    static List<String> lines(Request request) {
        try {
            String body = new String(request.body().readAllBytes(), StandardCharsets.UTF_8);
            return body.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer delete(Target account, List<String> lines, Request request) {
        if (lines.size() > MOST) {
            throw new Refusal(413, Pages.PLAIN, "Maximum Bulk Deletes: " + MOST + " per request");
        }
        if (lines.stream().anyMatch(line -> line.length() > LONGEST_LINE)) {
            refusal = "Invalid File Name";
            return answer(request);
        }
        List<Target> targets =
                lines.stream().map(line -> account.sibling(Names.decode(line))).toList();
        targets.stream().filter(target -> !target.isContainer()).forEach(this::delete);
        targets.stream().filter(Target::isContainer).forEach(this::deleteContainer);
        return answer(request);
    }

    void delete(Target target) {
        Optional<Container> container = accounts.get(target.account()).find(target.container());
        if (container
                .flatMap(found -> found.find(target.object(), accounts.now()))
                .isPresent()) {
            container.get().remove(target.object());
            deleted++;
        } else {
            missing++;
        }
    }

    private void deleteContainer(Target target) {
        Account account = accounts.get(target.account());
        Optional<Container> container = account.find(target.container());
        if (container.isEmpty()) {
            missing++;
        } else if (container.get().blobs().isEmpty()) {
            account.containers().remove(target.container());
            deleted++;
        } else {
            fail(target.container(), Pages.line(409));
        }
    }

    void fail(String name, String why) {
        errors.add(new String[] {name, why});
    }

    Answer answer(Request request) {
        boolean nothing = deleted + missing == 0;
        String body = refusal.isEmpty() && errors.isEmpty() && nothing ? "Invalid bulk delete." : refusal;
        String status = errors.isEmpty() && body.isEmpty() ? "200 OK" : Pages.line(400);
        if (request.header("Accept").orElse("").contains("application/json")) {
            ObjectNode report = Json.object()
                    .put("Response Status", status)
                    .put("Response Body", body)
                    .put("Number Deleted", deleted)
                    .put("Number Not Found", missing);
            ArrayNode all = report.putArray("Errors");
            errors.forEach(error -> all.addArray().add(error[0]).add(error[1]));
            return Answer.json(200, report);
        }
        StringBuilder text = new StringBuilder(
                "Number Deleted: %d\nNumber Not Found: %d\nResponse Body: %s\nResponse Status: %s\nErrors:\n"
                        .formatted(deleted, missing, body, status));
        errors.forEach(
                error -> text.append(error[0]).append(", ").append(error[1]).append('\n'));
        return Answer.text(200, "text/plain", text.toString());
    }
}
