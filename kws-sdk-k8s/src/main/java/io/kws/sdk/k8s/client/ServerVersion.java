package io.kws.sdk.k8s.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.KwsException;
import java.util.function.Function;

/** The version of a cluster, read when it is first needed and kept, as clusters only grow newer. Safe for many threads. */
final class ServerVersion {
    private static final int UNKNOWN = 0;

    private volatile int minor = UNKNOWN;

    /** Returns the 33 of v1.33; 0 as long as the cluster does not tell. */
    int minor(Function<Request, JsonNode> send) {
        if (minor == UNKNOWN) {
            minor = read(send);
        }
        return minor;
    }

    private static int read(Function<Request, JsonNode> send) {
        try {
            return number(send.apply(Request.version()).path("minor").asText(""));
        } catch (CancelledException e) {
            throw e;
        } catch (KwsException e) {
            return UNKNOWN;
        }
    }

    /** Some write {@code 33+}. */
    private static int number(String minor) {
        String digits = minor.replaceAll("\\D.*", "");
        return digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : UNKNOWN;
    }
}
