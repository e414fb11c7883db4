package io.kws.sdk.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list, cut by {@code limit} and {@code marker}.
 *
 * @param <T> what is listed
 * @param items the items of the page
 * @param more whether others follow
 */
public record Page<T>(List<T> items, boolean more) {
    /**
     * Cuts a page out of a list.
     *
     * @param <T> what is listed
     * @param all the whole list
     * @param query says where the page begins and how long it is
     * @param id the identifier of an item
     * @param most the longest page there is
     * @return the page
     * @throws Refusal if the marker is not in the list or the limit is not a number
     */
    public static <T> Page<T> of(List<T> all, Query query, Function<T, String> id, int most) {
        int from = query.last("marker").map(marker -> after(all, marker, id)).orElse(0);
        int limit = Math.min(most, query.last("limit").map(Page::limit).orElse(most));
        int to = (int) Math.min(all.size(), (long) from + limit);
        return new Page<>(List.copyOf(all.subList(from, to)), to < all.size() && limit > 0);
    }

    /**
     * Writes the link to the next page, as Nova and Cinder do.
     *
     * @param url the address of the list, without a query
     * @param query the query that led to this page
     * @param last the identifier of the page's last item
     * @return an array of one link
     */
    public static ArrayNode next(String url, Query query, String last) {
        JsonNode link = Json.object().put("rel", "next").put("href", url + "?" + query.with("marker", last));
        return Json.list(List.of(link));
    }

    private static <T> int after(List<T> all, String marker, Function<T, String> id) {
        for (int i = 0; i < all.size(); i++) {
            if (id.apply(all.get(i)).equals(marker)) {
                return i + 1;
            }
        }
        throw new Refusal(400, "marker [" + marker + "] not found");
    }

    private static int limit(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw new Refusal(
                    400,
                    "Invalid input for query parameters limit. Value: " + text + ". '" + text
                            + "' does not match '^[0-9]*$'");
        }
        return Integer.parseInt(text);
    }
}
