package io.kws.sdk.sandbox.swift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.site.Site;
import io.kws.sdk.sandbox.swift.Blob.Segment;
import io.kws.sdk.sandbox.swift.Disk.Data;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Static and dynamic large objects. Guarded by the node's lock. */
final class LargeObjects {
    private static final int MOST = 1000;

    private final Accounts accounts;
    private final Disk disk;

    LargeObjects(Accounts accounts, Disk disk) {
        this.accounts = accounts;
        this.disk = disk;
    }

    private Optional<Blob> find(Target target) {
        return accounts.get(target.account())
                .find(target.container())
                .flatMap(container -> container.find(target.object(), accounts.now()));
    }

    /** Stores a manifest after having looked at each of its segments. */
    Answer put(Target target, Request request, Data manifest) {
        List<Segment> segments = new ArrayList<>();
        List<String[]> errors = new ArrayList<>();
        for (JsonNode item : read(manifest)) {
            check(target, item, segments, errors);
        }
        if (!errors.isEmpty()) {
            throw new Refusal(400, Pages.PLAIN, report(errors));
        }
        String wanted = request.header("ETag").orElse("").replace("\"", "");
        if (!wanted.isEmpty() && !wanted.equals(Blob.etagOf(segments))) {
            throw new Refusal(422, "");
        }
        ObjectForm form = new ObjectForm(request, accounts.now());
        Map<String, String> headers = form.headers();
        headers.put("X-Static-Large-Object", "True");
        Data stored = disk.write(new ByteArrayInputStream(Json.write(raw(segments))));
        manifest.delete();
        Blob blob =
                new Blob(stored, form.contentType(target.object()), form.metadata(), headers, accounts.now(), segments);
        accounts.get(target.account()).get(target.container()).put(target.object(), blob);
        return Objects.created(blob);
    }

    private static ArrayNode read(Data manifest) {
        try (InputStream content = manifest.open(0, manifest.size())) {
            JsonNode json = Json.read(content.readAllBytes());
            if (json instanceof ArrayNode array) {
                if (array.size() > MOST) {
                    throw new Refusal(413, Pages.PLAIN, "Number of segments must be <= " + MOST);
                }
                return array;
            }
        } catch (IOException e) {
            throw new Refusal(400, Pages.PLAIN, "Manifest must be valid JSON.\n");
        }
        throw new Refusal(400, Pages.PLAIN, "Manifest must be a list.\n");
    }

    private void check(Target manifest, JsonNode item, List<Segment> segments, List<String[]> errors) {
        String path = item.path("path").asText();
        Optional<Blob> found = find(manifest.sibling(path));
        String problem = found.map(blob -> mismatch(item, blob)).orElse("404 Not Found");
        if (!problem.isEmpty()) {
            errors.add(new String[] {path, problem});
        }
        found.ifPresent(
                blob -> segments.add(new Segment(path, blob.size(), blob.etag().replace("\"", ""))));
    }

    private static String mismatch(JsonNode item, Blob blob) {
        if (item.hasNonNull("etag")
                && !item.path("etag").asText().equals(blob.etag().replace("\"", ""))) {
            return "Etag Mismatch";
        }
        if (item.hasNonNull("size_bytes") && item.path("size_bytes").asLong() != blob.size()) {
            return "Size Mismatch";
        }
        return blob.size() == 0 ? "Too Small; each segment must be at least 1 byte." : "";
    }

    private static String report(List<String[]> errors) {
        StringBuilder text = new StringBuilder("Errors:\n");
        errors.forEach(
                error -> text.append(error[0]).append(", ").append(error[1]).append('\n'));
        return text.toString();
    }

    private static ArrayNode raw(List<Segment> segments) {
        ArrayNode all = Json.array();
        segments.forEach(segment -> all.addObject()
                .put("etag", segment.md5())
                .put("path", segment.path())
                .put("size_bytes", segment.size()));
        return all;
    }

    /** Answers with the manifest itself. */
    Answer manifest(Target target, Blob blob, Request request) {
        if (request.query().last("format").orElse("").equals("raw")) {
            return Answer.json(200, raw(blob.segments())).withType(blob.contentType());
        }
        ArrayNode all = Json.array();
        for (Segment segment : blob.segments()) {
            Optional<Blob> there = find(target.sibling(segment.path()));
            all.addObject()
                    .put("name", segment.path())
                    .put("bytes", segment.size())
                    .put("hash", segment.md5())
                    .put("content_type", there.map(Blob::contentType).orElse("application/octet-stream"))
                    .put("last_modified", Site.micros(there.orElse(blob).modified()));
        }
        return Answer.json(200, all).withType("application/json; charset=utf-8");
    }

    /** Refuses whoever may read an object but not what it consists of. */
    void requireReadable(Target target, Blob blob, Request request, Predicate<Container> readable) {
        Account account = accounts.get(target.account());
        if (blob.isDynamic()) {
            String container = target.sibling(Names.decode(blob.headers().getOrDefault("X-Object-Manifest", "")))
                    .container();
            if (account.find(container).filter(readable).isEmpty()) {
                throw new Refusal(401, "");
            }
        }
        boolean all = blob.segments().stream()
                .flatMap(segment -> account.find(target.sibling(segment.path()).container()).stream())
                .allMatch(readable);
        if (request.method().equals("GET") && !all) {
            throw new Refusal(409, "");
        }
    }

    /** Returns what a reader of the object reads. */
    Parts parts(Target target, Blob blob) {
        if (blob.isDynamic()) {
            List<Data> parts = dynamic(target, blob).stream().map(Blob::data).toList();
            return new Parts(parts, false, parts.stream().mapToLong(Data::size).sum());
        }
        if (!blob.isStatic()) {
            return Parts.of(blob.data());
        }
        List<Data> parts = blob.segments().stream()
                .flatMap(segment -> find(target.sibling(segment.path()))
                        .filter(there -> there.data().md5().equals(segment.md5()))
                        .map(Blob::data)
                        .stream())
                .toList();
        return new Parts(parts, parts.size() < blob.segments().size(), blob.size());
    }

    String etag(Target target, Blob blob) {
        List<String> hashes =
                dynamic(target, blob).stream().map(part -> part.data().md5()).toList();
        return '"' + Disk.md5(String.join("", hashes)) + '"';
    }

    private List<Blob> dynamic(Target target, Blob blob) {
        Target first = target.sibling(Names.decode(blob.headers().getOrDefault("X-Object-Manifest", "")));
        return accounts.get(target.account()).find(first.container()).stream()
                .flatMap(container -> container.blobs().entrySet().stream())
                .filter(entry -> entry.getKey().startsWith(first.object()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Deletes a static large object and its segments; the answer is that of a bulk request. */
    Answer delete(Target target, Request request) {
        Bulk bulk = new Bulk(accounts);
        Optional<Blob> manifest = find(target);
        if (manifest.isPresent() && !manifest.get().isStatic()) {
            bulk.fail("/" + target.container() + "/" + target.object(), "Not an SLO manifest");
            return bulk.answer(request);
        }
        manifest.ifPresent(blob -> blob.segments().forEach(segment -> bulk.delete(target.sibling(segment.path()))));
        bulk.delete(target);
        return bulk.answer(request);
    }
}
