package io.kws.sdk.sandbox.nova;

import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import java.util.Arrays;
import java.util.Optional;

/** Which edition of the compute API a request speaks. */
record Microversion(int major, int minor) {
    static final int NEWEST = 93;

    static Microversion of(Request request) {
        return asked(request).map(Microversion::parse).orElse(new Microversion(2, 1));
    }

    private static Optional<String> asked(Request request) {
        Optional<String> common = request.header("OpenStack-API-Version")
                .flatMap(value -> Arrays.stream(value.split(",", -1))
                        .map(String::trim)
                        .filter(each -> each.startsWith("compute "))
                        .map(each -> each.substring("compute ".length()))
                        .findFirst());
        return common.or(() -> request.header("X-OpenStack-Nova-API-Version"));
    }

    private static Microversion parse(String text) {
        if (text.equals("latest")) {
            return new Microversion(2, NEWEST);
        }
        if (!text.matches("\\d{1,4}\\.\\d{1,4}")) {
            throw new Refusal(
                    400, "API Version String " + text + " is of invalid format. Must be of format MajorNum.MinorNum.");
        }
        int dot = text.indexOf('.');
        return new Microversion(Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
    }

    void check() {
        if (major != 2 || minor < 1 || minor > NEWEST) {
            throw new Refusal(
                    406, "Version " + this + " is not supported by the API. Minimum is 2.1 and maximum is 2.93.");
        }
    }

    boolean atLeast(int wanted) {
        return minor >= wanted;
    }

    /** Refuses what this edition does not have yet. */
    void require(int wanted) {
        if (!atLeast(wanted)) {
            throw new Refusal(404, "The resource could not be found.");
        }
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
