package io.kws.sdk.internal.nodes;

import io.kws.sdk.driver.SharedNote;
import io.kws.sdk.errors.NodeUnavailableException;
import java.util.Optional;

/** A note in memory, which can fail. */
public final class FakeNote implements SharedNote {
    private int revision;
    private String text = "";
    private boolean isDown;
    private int lostAnswers;

    public synchronized String text() {
        return text;
    }

    public synchronized void down(boolean down) {
        isDown = down;
    }

    /** Lets the next changes be carried out, but their answers be lost, so that a repetition finds another revision. */
    public synchronized void loseAnswers(int count) {
        lostAnswers = count;
    }

    @Override
    public synchronized Version read() {
        requireUp();
        return new Version("1", "" + revision, text);
    }

    @Override
    public synchronized Optional<Version> replace(Version seen, String next) {
        requireUp();
        if (!seen.revision().equals("" + revision)) {
            return Optional.empty();
        }
        revision++;
        text = next;
        return lostAnswers-- > 0 ? Optional.empty() : Optional.of(read());
    }

    private void requireUp() {
        if (isDown) {
            throw new NodeUnavailableException("it is down");
        }
    }
}
