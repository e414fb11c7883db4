package io.kws.sdk.sandbox.swift;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Query;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One page of names, cut and grouped as the query says.
 *
 * @param <T> what is listed
 */
final class Listing<T> {
    private static final int LONGEST_PAGE = 10_000;

    private final List<String> names = new ArrayList<>();
    private final NavigableMap<String, T> all;
    private final String prefix;
    private final String delimiter;
    private final int limit;

    private Listing(NavigableMap<String, T> all, Query query) {
        this.all = all;
        this.prefix = query.last("prefix").orElse("");
        this.delimiter = query.last("delimiter").orElse("");
        this.limit = limit(query);
    }

    static <T> Listing<T> of(NavigableMap<String, T> all, Query query) {
        Listing<T> listing = new Listing<>(all, query);
        boolean reverse = query.last("reverse").orElse("").matches("(?i)true|1|yes|on|t|y");
        listing.fill(query.last("marker").orElse(""), query.last("end_marker").orElse(""), reverse);
        return listing;
    }

    private static int limit(Query query) {
        String text = query.last("limit").orElse("");
        int limit = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : LONGEST_PAGE;
        if (limit > LONGEST_PAGE) {
            throw new Refusal(412, Pages.PLAIN, "Maximum limit is " + LONGEST_PAGE);
        }
        return limit;
    }

    private void fill(String marker, String end, boolean reverse) {
        List<String> candidates = new ArrayList<>(all.keySet());
        if (reverse) {
            Collections.reverse(candidates);
        }
        for (String name : candidates) {
            String shown = shown(name);
            int way = reverse ? -1 : 1;
            boolean begun = marker.isEmpty() || Names.ORDER.compare(shown, marker) * way > 0;
            boolean over = !end.isEmpty() && Names.ORDER.compare(name, end) * way >= 0;
            boolean known = !names.isEmpty() && names.get(names.size() - 1).equals(shown);
            if (name.startsWith(prefix) && begun && !over && !known && names.size() < limit) {
                names.add(shown);
            }
        }
    }

    /** Returns the name, or the group of names that it belongs to. */
    private String shown(String name) {
        int end = delimiter.isEmpty() || !name.startsWith(prefix) ? -1 : name.indexOf(delimiter, prefix.length());
        return end < 0 ? name : name.substring(0, end + delimiter.length());
    }

    private @Nullable T item(String shown) {
        T item = all.get(shown);
        return shown(shown).equals(shown) && (delimiter.isEmpty() || !isGroup(shown)) ? item : null;
    }

    private boolean isGroup(String shown) {
        return shown.length() > prefix.length() && shown.endsWith(delimiter);
    }

    /** Writes the page as JSON if that is asked for, and else as lines. */
    Answer answer(Request request, BiFunction<String, T, ObjectNode> json) {
        boolean wantsJson = request.query()
                .last("format")
                .map("json"::equals)
                .orElseGet(() -> request.header("Accept").orElse("").contains("application/json"));
        if (wantsJson) {
            ArrayNode page = Json.array();
            for (String name : names) {
                T item = item(name);
                page.add(item == null ? Json.object().put("subdir", name) : json.apply(name, item));
            }
            return Answer.json(200, page).withType("application/json; charset=utf-8");
        }
        String lines = String.join("", names.stream().map(name -> name + "\n").toList());
        return lines.isEmpty()
                ? Answer.empty(204).header("Content-Type", "text/plain; charset=utf-8")
                : Answer.text(200, "text/plain; charset=utf-8", lines);
    }
}
