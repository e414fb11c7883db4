package io.kws.sdk.apps;

public interface Apps {
    default java.util.List<App> list() { throw null; }
    App get(String nameOrId);
    App redeploy(String nameOrId, AppChange change);
    App restart(String nameOrId);
    App scale(String nameOrId, int replicas);
    AppRental deploy(AppSpec spec);
    ExecResult exec(String nameOrId, java.util.List<String> command);
    LogStream follow(String nameOrId, LogQuery query);
    io.kws.sdk.operations.Operation<App> redeployAsync(String nameOrId, AppChange change);
    io.kws.sdk.operations.Operation<AppRental> deployAsync(AppSpec spec);
    io.kws.sdk.plans.Plan plan(AppSpec spec);
    io.kws.sdk.receipts.Receipt delete(String nameOrId);
    java.util.List<App> list(AppQuery query);
    java.util.List<LogLine> logs(String nameOrId, LogQuery query);
    java.util.Optional<App> find(String nameOrId);
}
