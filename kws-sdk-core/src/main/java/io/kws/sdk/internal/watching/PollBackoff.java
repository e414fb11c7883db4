package io.kws.sdk.internal.watching;

import java.time.Duration;

/** How often something is looked at: often while it changes, and each time more seldom once it does not. */
final class PollBackoff {
    private final Duration shortest;
    private final Duration longest;
    private Duration pause;

    PollBackoff(Duration shortest, Duration longest) {
        this.shortest = shortest;
        this.longest = longest;
        this.pause = shortest;
    }

    Duration shortest() {
        return shortest;
    }

    /** Returns the pause after a look that saw something change. */
    Duration afterChange() {
        pause = shortest;
        return pause;
    }

    /** Returns the pause after a look that saw nothing change. */
    Duration afterQuiet() {
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(longest) < 0 ? doubled : longest;
        return pause;
    }
}
