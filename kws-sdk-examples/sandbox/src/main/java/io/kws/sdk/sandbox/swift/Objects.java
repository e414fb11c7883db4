package io.kws.sdk.sandbox.swift;

import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.site.Site;
import io.kws.sdk.sandbox.swift.Disk.Data;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Requests about single objects; their content flows without the node's lock. */
final class Objects {
    private static final long LARGEST = 5_368_709_122L;

    private final Site site;
    private final Accounts accounts;
    private final Disk disk;
    private final LargeObjects large;

    Objects(Site site, Accounts accounts, Disk disk) {
        this.site = site;
        this.accounts = accounts;
        this.disk = disk;
        this.large = new LargeObjects(accounts, disk);
    }

    Answer answer(Target target, Request request, Predicate<Container> readable) {
        target.checkLengths();
        String manifest = request.query().last("multipart-manifest").orElse("");
        return switch (request.method()) {
            case "PUT" -> request.header("X-Copy-From").isPresent() ? copyHere(target, request) : put(target, request);
            case "GET", "HEAD" ->
                site.alone(() -> {
                    large.requireReadable(target, blob(target), request, readable);
                    return get(target, request);
                });
            case "POST" -> site.alone(() -> post(target, request));
            case "DELETE" ->
                manifest.equals("delete")
                        ? site.alone(() -> large.delete(target, request))
                        : site.alone(() -> delete(target));
            case "COPY" -> copyAway(target, request);
            default -> throw new Refusal(405, "");
        };
    }

    private Container container(Target target) {
        return accounts.get(target.account()).get(target.container());
    }

    private Blob blob(Target target) {
        return container(target).find(target.object(), accounts.now()).orElseThrow(() -> new Refusal(404, ""));
    }

    private Answer put(Target target, Request request) {
        try {
            checkPut(target, request);
        } catch (Refusal refusal) {
            drain(request);
            throw refusal;
        }
        Data data = disk.write(request.body());
        try {
            checkLength(request, data);
            return site.alone(
                    () -> isManifest(request) ? large.put(target, request, data) : store(target, request, data));
        } catch (RuntimeException e) {
            data.delete();
            throw e;
        }
    }

    private static boolean isManifest(Request request) {
        return request.query().last("multipart-manifest").orElse("").equals("put");
    }

    private void checkPut(Target target, Request request) {
        boolean chunked = request.header("Transfer-Encoding").isPresent();
        long length = Long.parseLong(request.header("Content-Length").orElse(chunked ? "0" : "-1"));
        if (length < 0 || length > LARGEST) {
            throw new Refusal(length < 0 ? 411 : 413, "");
        }
        site.alone(() -> {
            ObjectForm form = new ObjectForm(request, accounts.now());
            form.headers();
            form.metadata();
            requireAbsentIfAsked(target, request);
            return true;
        });
    }

    private void requireAbsentIfAsked(Target target, Request request) {
        Optional<Blob> there = container(target).find(target.object(), accounts.now());
        if (there.isPresent() && request.header("If-None-Match").orElse("").equals("*")) {
            throw new Refusal(412, "");
        }
    }

    private static void checkLength(Request request, Data data) {
        String length = request.header("Content-Length").orElse("");
        if (request.header("Transfer-Encoding").isEmpty() && !length.equals(String.valueOf(data.size()))) {
            throw new Refusal(499, "the client went away");
        }
    }

    private static void drain(Request request) {
        try {
            request.body().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer store(Target target, Request request, Data data) {
        requireAbsentIfAsked(target, request);
        String wanted = request.header("ETag").orElse("").replace("\"", "");
        if (!wanted.isEmpty() && !wanted.equalsIgnoreCase(data.md5())) {
            throw new Refusal(422, "");
        }
        ObjectForm form = new ObjectForm(request, accounts.now());
        Blob blob = new Blob(
                data, form.contentType(target.object()), form.metadata(), form.headers(), accounts.now(), List.of());
        container(target).put(target.object(), blob);
        return created(blob);
    }

    static Answer created(Blob blob) {
        return Pages.empty(201).header("Etag", blob.etag()).header("Last-Modified", Times.http(blob.modified()));
    }

    private Answer get(Target target, Request request) {
        Blob blob = blob(target);
        if (request.query().last("multipart-manifest").orElse("").equals("get") && blob.isStatic()) {
            return describe(
                    large.manifest(target, blob, request), blob, blob.data().md5());
        }
        Parts parts = large.parts(target, blob);
        String etag = blob.isDynamic() ? large.etag(target, blob) : blob.etag();
        Optional<Answer> condition = condition(blob, etag, request);
        if (condition.isPresent()) {
            return condition.get();
        }
        if (parts.missing() && request.method().equals("GET")) {
            throw new Refusal(500, "");
        }
        Answer answer = describe(parts.answer(request, blob.contentType()), blob, etag);
        return blob.isStatic() ? answer.header("X-Manifest-Etag", blob.data().md5()) : answer;
    }

    private static Optional<Answer> condition(Blob blob, String etag, Request request) {
        String plain = etag.replace("\"", "");
        boolean match = request.header("If-Match")
                .map(wanted -> wanted.equals("*") || wanted.replace("\"", "").equals(plain))
                .orElse(true);
        boolean known = request.header("If-None-Match")
                .map(unwanted -> unwanted.replace("\"", "").equals(plain))
                .orElse(false);
        if (match && !known) {
            return Optional.empty();
        }
        return Optional.of(describe(Pages.empty(match ? 304 : 412), blob, etag));
    }

    private static Answer describe(Answer answer, Blob blob, String etag) {
        Answer described = blob.metadata().addTo(answer);
        for (Map.Entry<String, String> header : blob.headers().entrySet()) {
            described = described.header(header.getKey(), header.getValue());
        }
        return described
                .header("Etag", etag)
                .header("Last-Modified", Times.http(blob.modified()))
                .header("X-Timestamp", Times.stamp(blob.modified()))
                .header("Accept-Ranges", "bytes");
    }

    private Answer post(Target target, Request request) {
        Blob old = blob(target);
        ObjectForm form = new ObjectForm(request, accounts.now());
        Map<String, String> headers = form.headers();
        if (old.isStatic()) {
            headers.put("X-Static-Large-Object", "True");
        }
        String type = request.header("Content-Type").orElse(old.contentType());
        container(target)
                .put(
                        target.object(),
                        new Blob(old.data(), type, form.metadata(), headers, accounts.now(), old.segments()));
        return Pages.page(202);
    }

    private Answer delete(Target target) {
        blob(target);
        container(target).remove(target.object());
        return Pages.empty(204);
    }

    private Answer copyAway(Target from, Request request) {
        String destination = request.header("Destination").orElse("");
        if (!destination.replaceFirst("^/+", "").contains("/")) {
            throw new Refusal(
                    412, Pages.PLAIN, "Destination header must be of the form <container name>/<object name>");
        }
        return copy(from, from.sibling(Names.decode(destination)), request);
    }

    private Answer copyHere(Target to, Request request) {
        drain(request);
        String source = Names.decode(request.header("X-Copy-From").orElse(""));
        if (!source.replaceFirst("^/+", "").contains("/")) {
            throw new Refusal(
                    412, Pages.PLAIN, "X-Copy-From header must be of the form <container name>/<object name>");
        }
        return copy(to.sibling(source), to, request);
    }

    private Answer copy(Target from, Target to, Request request) {
        to.checkLengths();
        boolean asManifest =
                request.query().last("multipart-manifest").orElse("").equals("get");
        Parts parts = site.alone(() -> {
            container(to);
            Blob source = blob(from);
            return asManifest ? Parts.of(source.data()) : large.parts(from, source);
        });
        if (parts.missing() || parts.size() > LARGEST) {
            throw new Refusal(parts.missing() ? 409 : 413, "");
        }
        Data data = write(parts);
        return site.alone(() -> place(from, to, request, data, asManifest));
    }

    private Data write(Parts parts) {
        try (InputStream content = parts.open()) {
            return disk.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer place(Target from, Target to, Request request, Data data, boolean asManifest) {
        Blob source = blob(from);
        ObjectForm form = new ObjectForm(request, accounts.now());
        Metadata metadata = source.metadata().copy();
        metadata.update(request.headers());
        boolean fresh = request.header("X-Fresh-Metadata").orElse("").equalsIgnoreCase("true");
        Map<String, String> headers = new LinkedHashMap<>(fresh ? Map.of() : source.headers());
        headers.remove("X-Static-Large-Object");
        headers.remove("X-Object-Manifest");
        headers.putAll(form.headers());
        boolean isManifest = asManifest && source.isStatic();
        if (isManifest) {
            headers.put("X-Static-Large-Object", "True");
        }
        Blob blob = new Blob(
                data,
                request.header("Content-Type").orElse(source.contentType()),
                fresh ? form.metadata() : metadata,
                headers,
                accounts.now(),
                isManifest ? source.segments() : List.of());
        container(to).put(to.object(), blob);
        return source.metadata()
                .addTo(created(blob)
                        .header("X-Copied-From-Account", from.account())
                        .header("X-Copied-From", from.container() + "/" + from.object())
                        .header("X-Copied-From-Last-Modified", Times.http(source.modified())));
    }
}
