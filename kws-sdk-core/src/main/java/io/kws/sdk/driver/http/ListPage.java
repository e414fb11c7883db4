package io.kws.sdk.driver.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page of a list.
 *
 * @param items its items
 * @param next asks for the next page; empty on the last one
 * @param <R> what asks for a page
 */
public record ListPage<R>(Iterable<JsonNode> items, Optional<R> next) {
    /**
     * Reads all pages.
     *
     * @param first asks for the first page
     * @param read reads one page
     * @param <R> what asks for a page
     * @return the items of all pages
     */
    public static <R> List<JsonNode> all(R first, Function<R, ListPage<R>> read) {
        List<JsonNode> all = new ArrayList<>();
        Optional<R> next = Optional.of(first);
        while (next.isPresent()) {
            ListPage<R> page = read.apply(next.get());
            page.items().forEach(all::add);
            next = page.next();
        }
        return all;
    }
}
