package io.kws.sdk.openstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.NotFoundException;
import java.util.ArrayList;
import java.util.List;

/**
 * A list with all its pages. Each page is asked for by the last entry of the one before; once that is deleted, services
 * refuse to go on.
 *
 * @param client the node
 * @param request asks for the first page
 * @param field the field of the answer that holds the list
 */
record PagedList(OpenStackClient client, Request request, String field) {
    private static final int MOST_BEGINNINGS = 4;

    List<JsonNode> read() {
        String endpoint = client.endpoint(request.service());
        Exchange first = OpenStackClient.exchange(request, endpoint);
        Exchange exchange = first;
        List<JsonNode> all = new ArrayList<>();
        for (int beginnings = 1; ; ) {
            String next;
            try {
                next = addPage(exchange, all);
            } catch (InvalidRequestException | NotFoundException e) {
                if (exchange.equals(first) || beginnings++ == MOST_BEGINNINGS) {
                    throw e;
                }
                all.clear();
                exchange = first;
                continue;
            }
            if (next.isEmpty()) {
                return all;
            }
            exchange = exchange.at(Pages.following(exchange.uri(), endpoint, next));
        }
    }

    /** Returns where the next page is; empty after the last one. */
    private String addPage(Exchange exchange, List<JsonNode> all) {
        JsonNode page = Json.read(exchange, client.send(exchange));
        Pages.items(page, field).forEach(all::add);
        return Pages.next(page, field);
    }
}
