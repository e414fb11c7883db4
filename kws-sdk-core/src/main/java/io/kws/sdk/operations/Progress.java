package io.kws.sdk.operations;

/**
 * The progress of a use case. Immutable.
 *
 * @param done the number of finished steps
 * @param total the number of all steps
 * @param step the step this report describes
 * @param detail what the step is doing; empty if it has just started
 * @param finished whether the step has finished
 */
public record Progress(int done, int total, String step, String detail, boolean finished) {

    /** {@return one line, such as {@code [4/9] create server: done}} */
    @Override
    public String toString() {
        String state = finished ? "done" : detail;
        return "[%d/%d] %s%s".formatted(done, total, step, state.isEmpty() ? "" : ": " + state);
    }
}
