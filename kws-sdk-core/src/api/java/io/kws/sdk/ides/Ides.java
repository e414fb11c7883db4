package io.kws.sdk.ides;

public interface Ides {
    default java.util.List<Ide> list() { throw null; }
    Ide get(String nameOrId);
    IdeRental open(IdeSpec spec);
    io.kws.sdk.operations.Operation<IdeRental> openAsync(IdeSpec spec);
    io.kws.sdk.plans.Plan plan(IdeSpec spec);
    io.kws.sdk.receipts.Receipt close(String nameOrId);
    io.kws.sdk.receipts.Receipt delete(String nameOrId, WorkspaceEnd workspace);
    java.util.List<Ide> list(IdeQuery query);
    java.util.Optional<Ide> find(String nameOrId);
}
