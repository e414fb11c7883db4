package io.kws.sdk.openstack.buckets;

import static io.kws.sdk.openstack.client.Service.OBJECT_STORE;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.transfers.Content;
import io.kws.sdk.transfers.TransferListener;
import java.util.ArrayList;
import java.util.List;

/** Empties containers, many objects per request where the service supports it. */
final class BulkPurge implements ContainerPurge {
    private static final int PAGE = 500;

    /** The longest encoded path that the service accepts in a bulk request. */
    private static final int MAX_PATH_LENGTH = 1024;

    private final SwiftContainers containers;
    private final SwiftCapabilities capabilities;

    BulkPurge(SwiftContainers containers, SwiftCapabilities capabilities) {
        this.containers = containers;
        this.capabilities = capabilities;
    }

    /** A container that another program has deleted counts as empty. */
    @Override
    public void empty(String container) {
        try {
            emptyExisting(container);
        } catch (NotFoundException e) {
            return;
        }
    }

    private void emptyExisting(String container) {
        Request list = SwiftContainers.request("GET", container);
        for (JsonNode page = page(list); !page.isEmpty(); page = page(list)) {
            List<String> names = new ArrayList<>();
            page.forEach(object -> names.add(object.path("name").asText()));
            if (!delete(container, names)) {
                return; // the objects still listed are already deleted
            }
        }
    }

    private JsonNode page(Request list) {
        return containers.page(list, PAGE);
    }

    /** Deletes objects; returns whether any of them existed. */
    boolean delete(String container, List<String> names) {
        List<String> lines = new ArrayList<>();
        boolean any = false;
        for (String name : names) {
            String line = SwiftContainers.request("DELETE", container, name).path();
            if (line.length() <= MAX_PATH_LENGTH && capabilities.deletesInBulk()) {
                lines.add(line);
            } else {
                any |= containers.delete(container, name);
            }
        }
        return (!lines.isEmpty() && deleteInBulk(lines)) || any;
    }

    private boolean deleteInBulk(List<String> lines) {
        Request request = Request.of("POST", OBJECT_STORE)
                .query("bulk-delete", "true")
                .header("Content-Type", "text/plain")
                .repeatable();
        JsonNode report = containers
                .client()
                .upload(request, Content.of(String.join("\n", lines)), TransferListener.NONE)
                .json();
        if (!report.path("Response Status").asText().startsWith("200")) {
            throw new ServiceFailureException("the service could not delete some objects: "
                    + report.path("Response Body").asText() + " "
                    + report.path("Errors").path(0).path(0).asText() + " "
                    + report.path("Errors").path(0).path(1).asText());
        }
        return report.path("Number Deleted").asInt() > 0;
    }
}
