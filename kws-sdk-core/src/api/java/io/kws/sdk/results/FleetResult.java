package io.kws.sdk.results;

public record FleetResult<T>(java.util.List<T> items, java.util.Map<String, NodeAnswer> nodes) {
    public boolean isComplete() { throw null; }
    public java.util.Map<String, io.kws.sdk.errors.KwsException> failures() { throw null; }
}
