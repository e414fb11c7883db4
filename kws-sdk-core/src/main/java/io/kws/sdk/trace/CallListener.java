package io.kws.sdk.trace;

/** Hears of each call to a service. Called on the calling thread, so it should return at once; must not throw. */
@FunctionalInterface
public interface CallListener {
    /** Hears nothing. */
    CallListener NONE = call -> {};

    /**
     * Hears of a call.
     *
     * @param call the call, ended
     */
    void called(Call call);
}
