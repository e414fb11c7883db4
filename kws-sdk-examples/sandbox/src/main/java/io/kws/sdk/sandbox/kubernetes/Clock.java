package io.kws.sdk.sandbox.kubernetes;

import io.kws.sdk.sandbox.site.Site;
import java.time.Duration;
import java.time.Instant;

/**
 * How long things take in the cluster: as many of the site's settle times as seconds in a real one.
 *
 * @param site the site
 */
record Clock(Site site) {
    static String second(Instant time) {
        return Site.second(time);
    }

    Instant now() {
        return site.agenda().now();
    }

    /** The time here that stands for a time there. */
    Duration scaled(Duration real) {
        return site.settleTime().multipliedBy(Math.max(1, real.toSeconds()));
    }
}
