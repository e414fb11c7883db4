package io.kws.sdk.trace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A call, and how often it was made one after the other with the same answer.
 *
 * @param call the first
 * @param times how often
 * @param took how long all took together
 */
record RepeatedCalls(Call call, int times, Duration took) {
    private static final Pattern ID =
            Pattern.compile("([0-9a-f]{8})-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}");
    private static final Pattern SECRET =
            Pattern.compile("(?i)([?&][^=&]*(?:sig|token|secret|password|key)[^=&]*=)[^&]*");

    static List<RepeatedCalls> of(List<Call> calls) {
        List<RepeatedCalls> all = new ArrayList<>();
        for (Call call : calls) {
            int last = all.size() - 1;
            if (last >= 0 && all.get(last).isSame(call)) {
                all.set(last, all.get(last).andOnceMore(call));
            } else {
                all.add(new RepeatedCalls(call, 1, call.took()));
            }
        }
        return all;
    }

    private boolean isSame(Call other) {
        return call.node().equals(other.node())
                && call.service().equals(other.service())
                && call.method().equals(other.method())
                && call.path().equals(other.path())
                && call.status() == other.status();
    }

    private RepeatedCalls andOnceMore(Call other) {
        return new RepeatedCalls(call, times + 1, took.plus(other.took()));
    }

    /** Returns the request with short IDs. */
    String request() {
        String path = SECRET.matcher(call.path()).replaceAll("$1...");
        return call.method() + " " + ID.matcher(path).replaceAll("$1...");
    }

    /** Returns the answer, and how often it came. */
    String answer() {
        String status = call.status() == 0 ? "no answer" : String.valueOf(call.status());
        return times == 1 ? status : "%s, %d times".formatted(status, times);
    }

    @Override
    public String toString() {
        return "%6d ms  %s %-14s %s: %s".formatted(took.toMillis(), call.node(), call.service(), request(), answer());
    }
}
