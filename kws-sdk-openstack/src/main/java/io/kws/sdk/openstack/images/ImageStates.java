package io.kws.sdk.openstack.images;

import static io.kws.sdk.openstack.client.Service.IMAGE;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.errors.ProvisioningFailedException;
import io.kws.sdk.images.Image;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.openstack.resources.ResourceStates;
import io.kws.sdk.operations.Timeouts;
import java.util.Set;

/** Waits for the states of images. */
public final class ImageStates {
    private static final Set<String> FAILED = Set.of("killed", "deleted", "deactivated");

    private final ResourceStates<JsonNode> states;

    /**
     * Makes access to the states of a node's images.
     *
     * @param client the node
     * @param timeouts how often to read an image
     */
    public ImageStates(OpenStackClient client, Timeouts timeouts) {
        this.states = new ResourceStates<>(
                timeouts.pollInterval(),
                id -> client.find(Request.get(IMAGE, "images", id)),
                id -> new ProvisioningFailedException("the service abandoned and deleted the image"),
                ImageStates::status,
                image -> "the image was still " + status(image));
    }

    /**
     * Waits until an image is active.
     *
     * @param id the image
     * @return the active image
     * @throws ProvisioningFailedException if the image fails or disappears
     */
    public Image awaitActive(String id) {
        return ImageJson.image(awaitActiveJson(id));
    }

    JsonNode awaitActiveJson(String id) {
        return states.await(id, ImageStates::isActive);
    }

    /** Waits until the service has decided whether it keeps data that broke off; returns whether it does. */
    boolean awaitData(String id) {
        JsonNode image = states.await(id, found -> !status(found).equals("saving"));
        return !status(image).equals("queued");
    }

    private static boolean isActive(JsonNode image) {
        if (FAILED.contains(status(image))) {
            throw new ProvisioningFailedException("the image ended in status " + status(image));
        }
        return status(image).equals("active");
    }

    private static String status(JsonNode image) {
        return image.path("status").asText();
    }
}
