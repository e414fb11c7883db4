package io.kws.sdk.sandbox.zun;

import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;

/** Which edition of the container API a request speaks. */
record Edition(int major, int minor) {
    static final int NEWEST = 40;

    private static final Edition OLDEST = new Edition(1, 1);
    private static final String SERVICE = "container ";

    static Edition of(Request request) {
        return request.header("OpenStack-API-Version").map(Edition::parse).orElse(OLDEST);
    }

    private static Edition parse(String header) {
        if (!header.startsWith(SERVICE)) {
            throw new Refusal(406, "Invalid service type for OpenStack-API-Version header");
        }
        String text = header.substring(SERVICE.length()).strip();
        if (text.equals("latest")) {
            return new Edition(1, NEWEST);
        }
        if (!text.matches("\\d{1,4}\\.\\d{1,4}")) {
            throw new Refusal(406, "Invalid value for OpenStack-API-Version header");
        }
        int dot = text.indexOf('.');
        return new Edition(Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
    }

    void check() {
        if (major != 1 || minor < 1 || minor > NEWEST) {
            throw new Refusal(
                    406,
                    "Version " + this + " was requested but the minor version is not supported by this service. "
                            + "The supported version range is: [container 1.1, container 1." + NEWEST + "].");
        }
    }

    boolean atLeast(int wanted) {
        return minor >= wanted;
    }

    /** Refuses a parameter that this edition does not have yet. */
    void require(String parameter, int wanted) {
        if (!atLeast(wanted)) {
            throw new Refusal(
                    400,
                    "invalid-param-in-version",
                    "Invalid param %s because current request version is %s. %s is only supported from version 1.%d"
                            .formatted(parameter, this, parameter, wanted));
        }
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
