package io.kws.sdk.sandbox.nova;

import io.kws.sdk.sandbox.http.Query;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.site.Caller;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Picks the servers a query asks for. */
final class ServerFilter {
    private final Query query;
    private final Caller caller;
    private final boolean everybodys;

    ServerFilter(Request request) {
        this.query = request.query();
        this.caller = request.caller();
        String all = query.last("all_tenants").orElse("0").toLowerCase(Locale.ROOT);
        this.everybodys = List.of("1", "true", "t", "yes", "").contains(all)
                && query.last("all_tenants").isPresent();
        if (everybodys && !caller.isAdmin()) {
            String list = request.path().contains("detail") ? "detail" : "index";
            throw new Refusal(
                    403, "Policy doesn't allow os_compute_api:servers:" + list + ":get_all_tenants to be performed.");
        }
    }

    boolean accepts(Server server) {
        return isMine(server)
                && query.last("name").map(regex -> find(regex, server.name())).orElse(true)
                && query.last("status")
                        .map(status -> status.equalsIgnoreCase(server.status()))
                        .orElse(true)
                && query.last("flavor").map(server.flavor().id()::equals).orElse(true)
                && query.last("image").map(server.imageId()::equals).orElse(true)
                && query.last("uuid").map(server.id()::equals).orElse(true)
                && query.last("user_id").map(server.owner().userId()::equals).orElse(true)
                && query.last("changes-since")
                        .map(time -> changed(server, time))
                        .orElse(true)
                && hasTags(server);
    }

    private boolean isMine(Server server) {
        String project =
                query.last("project_id").or(() -> query.last("tenant_id")).orElse("");
        boolean named = everybodys && !project.isEmpty();
        return named
                ? server.owner().projectId().equals(project)
                : everybodys || server.owner().projectId().equals(caller.projectId());
    }

    private boolean hasTags(Server server) {
        return query.last("tags")
                        .map(tags -> server.tags().containsAll(split(tags)))
                        .orElse(true)
                && query.last("tags-any")
                        .map(tags -> split(tags).stream().anyMatch(server.tags()::contains))
                        .orElse(true);
    }

    private static List<String> split(String tags) {
        return Arrays.asList(tags.split(",", -1));
    }

    private static boolean find(String regex, String name) {
        try {
            return Pattern.compile(regex).matcher(name).find();
        } catch (PatternSyntaxException e) {
            throw new Refusal(400, "Invalid input for query parameters name. Value: " + regex + ".");
        }
    }

    private static boolean changed(Server server, String time) {
        try {
            String zoned = time.matches(".*(Z|[+-]\\d\\d:?\\d\\d)") ? time : time + "Z";
            return !server.updated().isBefore(Instant.parse(zoned));
        } catch (DateTimeParseException e) {
            throw new Refusal(
                    400,
                    "Invalid input for query parameters changes-since. Value: " + time + ". '" + time
                            + "' is not a 'date-time'");
        }
    }
}
