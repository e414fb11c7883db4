package io.kws.sdk.operations;

public interface Operation<T> {
    String attempt();
    String id();
    T await();
    T await(java.time.Duration atMost);
    boolean cancel();
    boolean isDone();
    Operation<T> onProgress(java.util.function.Consumer<Progress> listener);
    Progress progress();
    java.util.concurrent.CompletableFuture<T> toFuture();
}
