package io.kws.sdk.openstack.buckets;

import static io.kws.sdk.openstack.client.Service.OBJECT_STORE;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.http.ListPage;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.client.Reply;
import io.kws.sdk.openstack.client.Request;
import java.util.List;
import java.util.Optional;

/** The containers and objects of a project in Swift: those of buckets and those of segments. */
final class SwiftContainers {
    private static final int PAGE = 1000;

    private final OpenStackClient client;

    SwiftContainers(OpenStackClient client) {
        this.client = client;
    }

    OpenStackClient client() {
        return client;
    }

    static Request request(String method, String container) {
        return Request.of(method, OBJECT_STORE).below(container);
    }

    static Request request(String method, String container, String object) {
        return request(method, container).below(object);
    }

    /** Returns the headers of a container, if it exists. */
    Optional<Reply> head(String container) {
        return find(request("HEAD", container));
    }

    /** Returns the headers of an object, if it exists. */
    Optional<Reply> head(String container, String object) {
        return find(request("HEAD", container, object));
    }

    /** Returns an object with its content, if it exists. */
    Optional<Reply> get(String container, String object) {
        return find(request("GET", container, object));
    }

    private Optional<Reply> find(Request request) {
        try {
            return Optional.of(client.reply(request));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /** Deletes an object; returns whether it existed. */
    boolean delete(String container, String object) {
        return delete(request("DELETE", container, object));
    }

    /** Deletes a container; returns whether it existed. */
    boolean delete(String container) {
        return delete(request("DELETE", container));
    }

    private boolean delete(Request request) {
        try {
            client.reply(request);
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    /** Returns the names of all containers. */
    List<String> names() {
        return all(Request.get(OBJECT_STORE)).stream()
                .map(container -> container.path("name").asText())
                .toList();
    }

    /** Lists all pages. */
    List<JsonNode> all(Request list) {
        return ListPage.all(list, asked -> {
            JsonNode page = page(asked, PAGE);
            return new ListPage<>(
                    page, page.size() < PAGE ? Optional.empty() : Optional.of(after(page.get(page.size() - 1), list)));
        });
    }

    private static Request after(JsonNode last, Request list) {
        return list.query("marker", last.path("name").asText(last.path("subdir").asText()));
    }

    /** Lists one page. */
    JsonNode page(Request list, int limit) {
        JsonNode page = client.reply(list.query("format", "json").query("limit", String.valueOf(limit)))
                .json();
        if (!page.isArray()) {
            throw new ServiceFailureException("the service's listing is not a JSON list");
        }
        return page;
    }
}
