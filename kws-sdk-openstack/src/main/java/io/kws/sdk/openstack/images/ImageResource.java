package io.kws.sdk.openstack.images;

import static io.kws.sdk.openstack.client.Service.IMAGE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.steps.Resource;
import io.kws.sdk.images.DiskFormat;
import io.kws.sdk.images.ImageUpload;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import java.util.Optional;
import java.util.UUID;

/** The image created for an upload, without data yet. The SDK chooses its ID, so a lost answer loses nothing. */
final class ImageResource implements Resource<String> {
    private final OpenStackClient client;
    private final ImageUpload upload;
    private final DiskFormat format;
    private final String id = UUID.randomUUID().toString();
    private final RentalId tag = RentalId.random();

    ImageResource(OpenStackClient client, ImageUpload upload, DiskFormat format) {
        this.client = client;
        this.upload = upload;
        this.format = format;
    }

    @Override
    public ResourceKind kind() {
        return ResourceKind.IMAGE;
    }

    @Override
    public String name() {
        return upload.name();
    }

    @Override
    public String id(String id) {
        return id;
    }

    @Override
    public String create() {
        ObjectNode json = Json.object();
        upload.properties().forEach(json::put);
        upload.adminUser().ifPresent(user -> json.put("os_admin_user", user));
        json.putArray("tags").add(RentalTags.name(tag)); // for a sweep, in case the data is never sent
        json.put("id", id)
                .put("name", upload.name())
                .put("disk_format", format.word())
                .put("container_format", "bare")
                .put("min_disk", upload.minDiskGib().orElse(0))
                .put("min_ram", upload.minRamMib().orElse(0))
                .put("visibility", upload.visibility().word());
        return Json.text(client.send(Request.of("POST", IMAGE, "images").body(json)), "id");
    }

    @Override
    public Optional<String> find() {
        return client.find(Request.get(IMAGE, "images", id)).map(image -> Json.text(image, "id"));
    }

    @Override
    public void delete(String id) {
        client.delete(IMAGE, "images", id);
    }
}
