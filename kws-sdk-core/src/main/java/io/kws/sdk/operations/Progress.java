package io.kws.sdk.operations;

/**
 * How far a use case has come. Immutable.
 *
 * @param done how many of its steps have ended
 * @param total how many it has
 * @param step the step that this report is about
 * @param detail what is going on in it; empty when the step has just begun
 * @param finished whether that step has ended
 */
public record Progress(int done, int total, String step, String detail, boolean finished) {

    /** {@return one line, such as {@code [4/9] create server: done}} */
    @Override
    public String toString() {
        String state = finished ? "done" : detail;
        return "[%d/%d] %s%s".formatted(done, total, step, state.isEmpty() ? "" : ": " + state);
    }
}
