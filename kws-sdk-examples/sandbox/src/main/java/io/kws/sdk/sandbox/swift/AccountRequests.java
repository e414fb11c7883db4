package io.kws.sdk.sandbox.swift;

import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.site.Site;
import java.util.Collection;

/** Requests about accounts. Guarded by the node's lock. */
final class AccountRequests {
    private final Accounts accounts;

    AccountRequests(Accounts accounts) {
        this.accounts = accounts;
    }

    Answer answer(Target target, Request request) {
        Account account = accounts.get(target.account());
        return switch (request.method()) {
            case "GET" -> describe(list(account, request), account);
            case "HEAD" -> describe(Answer.empty(204).header("Content-Type", "text/plain; charset=utf-8"), account);
            case "POST" -> {
                account.metadata().update(request.headers());
                yield Pages.empty(204);
            }
            default -> throw new Refusal(405, "");
        };
    }

    private static Answer list(Account account, Request request) {
        return Listing.of(account.containers(), request.query())
                .answer(
                        request,
                        (name, container) -> Json.object()
                                .put("name", name)
                                .put("count", container.blobs().size())
                                .put("bytes", container.bytes())
                                .put("last_modified", Site.micros(container.created())));
    }

    private static Answer describe(Answer answer, Account account) {
        Collection<Container> containers = account.containers().values();
        int objects = containers.stream().mapToInt(it -> it.blobs().size()).sum();
        long bytes = containers.stream().mapToLong(Container::bytes).sum();
        return account.metadata()
                .addTo(answer.header("X-Account-Container-Count", String.valueOf(containers.size()))
                        .header("X-Account-Object-Count", String.valueOf(objects))
                        .header("X-Account-Bytes-Used", String.valueOf(bytes))
                        .header("X-Timestamp", Times.stamp(account.created()))
                        .header("Accept-Ranges", "bytes")
                        .header("Vary", "Accept"));
    }
}
