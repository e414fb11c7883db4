package io.kws.sdk.sandbox.glance;

import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.http.Routes;
import io.kws.sdk.sandbox.site.Site;
import java.util.Optional;

/** Uploads and downloads; the bytes flow without the node's lock. */
final class ImageFiles {
    private final Site site;
    private final Images images;

    ImageFiles(Site site, Images images) {
        this.site = site;
        this.images = images;
    }

    void register(Routes routes) {
        routes.streaming("PUT", "/v2/images/{id}/file", this::upload).on("GET", "/v2/images/{id}/file", this::download);
    }

    private Answer upload(Request request) {
        Image image = site.alone(() -> begin(request));
        ImageData data;
        try {
            data = ImageData.read(request.body());
        } catch (RuntimeException e) {
            site.alone(() -> image.fields().put("status", "queued"));
            throw e;
        }
        return site.alone(() -> {
            image.store(data, site.second());
            return Answer.empty(204).header("Content-Type", "text/html; charset=UTF-8");
        });
    }

    private Image begin(Request request) {
        String id = request.at("id");
        if (!request.header("Content-Type").orElse("").equals("application/octet-stream")) {
            throw new Refusal(415, "The request media type application/json is not supported by this server.");
        }
        Image image = find(request);
        if (!request.caller().owns(image.text("owner"))) {
            throw new Refusal(403, "Not allowed to upload image data for image " + id);
        }
        if (image.text("disk_format").isEmpty()
                || image.text("container_format").isEmpty()) {
            throw new Refusal(400, "Properties disk_format, container_format must be set prior to saving data.");
        }
        if (!image.text("status").equals("queued")) {
            throw new Refusal(
                    409, "Image status transition from " + image.text("status") + " to saving is not allowed");
        }
        image.fields().put("status", "saving");
        return image;
    }

    private Answer download(Request request) {
        Image image = find(request);
        Optional<ImageData> data = image.data();
        return data.map(bytes -> Answer.stream(
                                200, "application/octet-stream", new Answer.Content(bytes.size(), bytes.source()))
                        .header("Content-MD5", bytes.md5()))
                .orElseGet(() -> Answer.empty(204));
    }

    private Image find(Request request) {
        String id = request.at("id");
        return images.find(request.caller(), id).orElseThrow(() -> new Refusal(404, "No image found with ID " + id));
    }
}
