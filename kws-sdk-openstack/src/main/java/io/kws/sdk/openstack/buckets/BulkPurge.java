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

/** Empties a container, many objects at once where the service offers that. */
final class BulkPurge implements ContainerPurge {
    private static final int AT_ONCE = 500;

    /** The service takes no longer names at once, as they stand in a path. */
    private static final int LONGEST = 1024;

    private final SwiftContainers containers;
    private final SwiftCapabilities capabilities;

    BulkPurge(SwiftContainers containers, SwiftCapabilities capabilities) {
        this.containers = containers;
        this.capabilities = capabilities;
    }

    /** What another program has deleted meanwhile is empty as well. */
    @Override
    public void empty(String container) {
        try {
            emptyWhatIsThere(container);
        } catch (NotFoundException e) {
            return;
        }
    }

    private void emptyWhatIsThere(String container) {
        Request list = SwiftContainers.request("GET", container);
        for (JsonNode page = page(list); !page.isEmpty(); page = page(list)) {
            List<String> names = new ArrayList<>();
            page.forEach(object -> names.add(object.path("name").asText()));
            if (!delete(container, names)) {
                return; // what is still listed is gone already
            }
        }
    }

    private JsonNode page(Request list) {
        return containers.page(list, AT_ONCE);
    }

    /** Returns whether any of the objects was there. */
    boolean delete(String container, List<String> names) {
        List<String> lines = new ArrayList<>();
        boolean any = false;
        for (String name : names) {
            String line = SwiftContainers.request("DELETE", container, name).path();
            if (line.length() <= LONGEST && capabilities.deletesInBulk()) {
                lines.add(line);
            } else {
                any |= containers.delete(container, name);
            }
        }
        return (!lines.isEmpty() && deleteAtOnce(lines)) || any;
    }

    private boolean deleteAtOnce(List<String> lines) {
        Request request = Request.of("POST", OBJECT_STORE)
                .query("bulk-delete", "true")
                .header("Content-Type", "text/plain")
                .repeatable();
        JsonNode report = containers
                .client()
                .upload(request, Content.of(String.join("\n", lines)), TransferListener.NONE)
                .json();
        if (!report.path("Response Status").asText().startsWith("200")) {
            throw new ServiceFailureException("some objects could not be deleted: "
                    + report.path("Response Body").asText() + " "
                    + report.path("Errors").path(0).path(0).asText() + " "
                    + report.path("Errors").path(0).path(1).asText());
        }
        return report.path("Number Deleted").asInt() > 0;
    }
}
