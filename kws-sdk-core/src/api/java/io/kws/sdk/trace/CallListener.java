package io.kws.sdk.trace;

public interface CallListener {
    public static final CallListener NONE = null;
    void called(Call call);
}
