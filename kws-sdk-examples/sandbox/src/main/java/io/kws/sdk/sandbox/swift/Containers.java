package io.kws.sdk.sandbox.swift;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.site.Site;
import java.util.List;
import java.util.Optional;

/** Requests about containers. Guarded by the node's lock. */
final class Containers {
    private static final List<String> SETTINGS = List.of("X-Container-Read", "X-Container-Write");

    private final Accounts accounts;

    Containers(Accounts accounts) {
        this.accounts = accounts;
    }

    Answer answer(Target target, Request request, Guest guest) {
        Account account = accounts.get(target.account());
        return switch (request.method()) {
            case "PUT" -> put(account, target, request);
            case "POST" -> {
                update(account.get(target.container()), request);
                yield Pages.empty(204);
            }
            case "DELETE" -> delete(account, target);
            case "HEAD" ->
                describe(
                        Answer.empty(204).header("Content-Type", "text/plain; charset=utf-8"),
                        account.get(target.container()),
                        guest);
            case "GET" -> list(account.get(target.container()), request, guest);
            default -> throw new Refusal(405, "");
        };
    }

    /** Whether the caller may see what only owners see. */
    enum Guest {
        OWNER,
        ANYBODY
    }

    private Answer put(Account account, Target target, Request request) {
        target.checkLengths();
        Optional<Container> there = account.find(target.container());
        Container container = there.orElseGet(() -> new Container(target.container(), accounts.now()));
        update(container, request);
        account.containers().put(target.container(), container);
        return there.isPresent() ? Pages.page(202) : Pages.empty(201);
    }

    private void update(Container container, Request request) {
        container.metadata().update(request.headers());
        for (String name : SETTINGS) {
            request.header(name).ifPresent(value -> set(container, name, value));
            request.header(name.replace("X-", "X-Remove-")).ifPresent(any -> set(container, name, ""));
        }
        container.touch(accounts.now());
    }

    private static void set(Container container, String name, String value) {
        if (value.isEmpty()) {
            container.settings().remove(name);
        } else {
            container.settings().put(name, value);
        }
    }

    private static Answer delete(Account account, Target target) {
        if (!account.get(target.container()).blobs().isEmpty()) {
            throw new Refusal(409, "");
        }
        account.containers().remove(target.container());
        return Pages.empty(204);
    }

    private static Answer list(Container container, Request request, Guest guest) {
        Answer page = Listing.of(container.blobs(), request.query()).answer(request, Containers::line);
        return describe(page, container, guest);
    }

    private static ObjectNode line(String name, Blob blob) {
        ObjectNode line = Json.object()
                .put("bytes", blob.size())
                .put("hash", blob.data().md5())
                .put("name", name)
                .put("content_type", blob.contentType())
                .put("last_modified", Site.micros(blob.modified()));
        return blob.isStatic() ? line.put("slo_etag", blob.etag()) : line;
    }

    /** Keys and rights are shown to the owner only. */
    private static Answer describe(Answer answer, Container container, Guest guest) {
        Answer[] described = {
            answer.header(
                            "X-Container-Object-Count",
                            String.valueOf(container.blobs().size()))
                    .header("X-Container-Bytes-Used", String.valueOf(container.bytes()))
                    .header("X-Timestamp", Times.stamp(container.created()))
                    .header("Last-Modified", Times.http(container.modified()))
                    .header("Accept-Ranges", "bytes")
                    .header("X-Storage-Policy", "Policy-0")
                    .header("Vary", "Accept")
        };
        container.metadata().forEach((name, value) -> {
            if (guest == Guest.OWNER || !name.startsWith("X-Container-Meta-Temp-Url-Key")) {
                described[0] = described[0].header(name, value);
            }
        });
        if (guest == Guest.OWNER) {
            container.settings().forEach((name, value) -> described[0] = described[0].header(name, value));
        }
        return described[0];
    }
}
