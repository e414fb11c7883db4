package io.kws.sdk.openstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.http.ListPage;
import io.kws.sdk.driver.http.ServiceRequest;
import io.kws.sdk.driver.steps.Retry;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.NotFoundException;
import java.util.List;
import java.util.Optional;

/**
 * Reads a list of several pages. Each page is asked for by the last item of the one before; once that is deleted, services
 * refuse to go on, so the list is read again from its beginning. Used by one thread.
 */
final class PagedList {
    private static final int MOST_RESTARTS = 3;

    private final OpenStackClient client;
    private final String endpoint;
    private final String field;
    private final ServiceRequest first;
    private ServiceRequest current;

    /** Makes a reader of the list in a field of the answers. */
    PagedList(OpenStackClient client, Request request, String field) {
        this.client = client;
        this.endpoint = client.endpoint(request.service());
        this.field = field;
        this.first = request.at(endpoint);
        this.current = first;
    }

    List<JsonNode> read() {
        return Retry.of(client.timeouts())
                .atMost(MOST_RESTARTS)
                .when(this::isOutdated)
                .call(restarts -> ListPage.all(first, this::page));
    }

    private boolean isOutdated(RuntimeException failure) {
        boolean isRefused = failure instanceof InvalidRequestException || failure instanceof NotFoundException;
        return isRefused && !current.equals(first);
    }

    private ListPage<ServiceRequest> page(ServiceRequest request) {
        current = request;
        JsonNode page = Json.read(request, client.call(request));
        String next = Pages.next(page, field);
        return new ListPage<>(
                Pages.items(page, field),
                next.isEmpty()
                        ? Optional.empty()
                        : Optional.of(request.withUri(Pages.following(request.uri(), endpoint, next))));
    }
}
