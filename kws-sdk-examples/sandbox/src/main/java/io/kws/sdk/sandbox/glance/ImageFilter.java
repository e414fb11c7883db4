package io.kws.sdk.sandbox.glance;

import io.kws.sdk.sandbox.http.Query;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.site.Caller;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Picks the images a query asks for, of those the caller may see. */
final class ImageFilter {
    private static final Set<String> CONTROLS =
            Set.of("limit", "marker", "sort_key", "sort_dir", "sort", "visibility", "member_status", "tag");
    private static final Set<String> VISIBILITIES = Set.of("public", "private", "shared", "community", "all");

    private final Query query;
    private final Caller caller;

    ImageFilter(Query query, Caller caller) {
        this.query = query;
        this.caller = caller;
        query.last("visibility").filter(value -> !VISIBILITIES.contains(value)).ifPresent(value -> {
            throw new Refusal(400, "Invalid visibility value: " + value);
        });
    }

    boolean accepts(Image image) {
        return isListed(image)
                && query.all("tag").stream().allMatch(tag -> hasTag(image, tag))
                && query.names().stream()
                        .filter(name -> !CONTROLS.contains(name))
                        .allMatch(name -> matches(image, name));
    }

    private boolean isListed(Image image) {
        String visibility = image.text("visibility");
        boolean hidden = image.is("os_hidden") && query.last("os_hidden").isEmpty();
        boolean mine = image.text("owner").equals(caller.projectId());
        boolean seen = mine || visibility.equals("public") || caller.isAdmin();
        return query.last("visibility")
                .map(wanted -> wanted.equals("all") || wanted.equals(visibility))
                .map(wanted -> wanted && !hidden && (seen || visibility.equals("community")))
                .orElse(seen && !hidden);
    }

    private static boolean hasTag(Image image, String tag) {
        for (var each : image.fields().path("tags")) {
            if (each.asText().equals(tag)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(Image image, String name) {
        String wanted = query.last(name).orElse("");
        return switch (name) {
            case "size_min" -> image.fields().path("size").asLong() >= Long.parseLong(wanted);
            case "size_max" -> image.fields().path("size").asLong() <= Long.parseLong(wanted);
            case "os_hidden", "protected" -> image.is(name) == wanted.equalsIgnoreCase("true");
            default ->
                wanted.startsWith("in:")
                        ? in(wanted).contains(image.text(name))
                        : image.text(name).equals(wanted);
        };
    }

    private static List<String> in(String wanted) {
        return Arrays.asList(wanted.substring("in:".length()).replace("\"", "").split(",", -1));
    }
}
