package io.kws.sdk.sandbox.swift;

import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Answer.Content;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.swift.Disk.Data;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The content of an object as its reader gets it.
 *
 * @param all the pieces in order
 * @param missing whether a piece is gone, so that the content ends too early
 * @param size how long the whole is said to be
 */
record Parts(List<Data> all, boolean missing, long size) {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    static Parts of(Data data) {
        return new Parts(List.of(data), false, data.size());
    }

    /** Answers with the whole, or with what the Range header asks for. */
    Answer answer(Request request, String type) {
        Matcher range = RANGE.matcher(request.header("Range").orElse(""));
        if (!range.matches() || (range.group(1) + range.group(2)).isEmpty()) {
            return Answer.stream(200, type, content(0, size));
        }
        Optional<long[]> bounds = bounds(range.group(1), range.group(2));
        if (bounds.isEmpty()) {
            Answer page = Pages.page(416).withType(type);
            return page.header("Content-Range", "bytes */" + size);
        }
        long from = bounds.get()[0];
        long to = bounds.get()[1];
        return Answer.stream(206, type, content(from, to - from + 1))
                .header("Content-Range", "bytes %d-%d/%d".formatted(from, to, size));
    }

    private Optional<long[]> bounds(String first, String last) {
        long from = first.isEmpty() ? Math.max(0, size - Long.parseLong(last)) : Long.parseLong(first);
        long to = first.isEmpty() || last.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(last));
        return from > to ? Optional.empty() : Optional.of(new long[] {from, to});
    }

    private Content content(long from, long length) {
        return new Content(length, () -> open(from, length));
    }

    /** Opens the whole. */
    InputStream open() throws IOException {
        return open(0, size);
    }

    private InputStream open(long from, long length) throws IOException {
        List<InputStream> streams = new ArrayList<>();
        long skip = from;
        long left = length;
        for (Data part : all) {
            long here = Math.min(left, part.size() - Math.min(skip, part.size()));
            if (here > 0) {
                streams.add(part.open(skip, here));
            }
            skip = Math.max(0, skip - part.size());
            left -= here;
        }
        return new SequenceInputStream(Collections.enumeration(streams));
    }
}
