package io.kws.sdk.servers;

public interface Servers {
    String consoleLog(String nameOrId, int lines);
    default java.util.List<Server> list() { throw null; }
    io.kws.sdk.images.Image snapshot(String nameOrId, String imageName);
    io.kws.sdk.operations.Operation<ServerRental> rentAsync(ServerSpec spec);
    io.kws.sdk.plans.Plan plan(ServerSpec spec);
    io.kws.sdk.receipts.Receipt release(String nameOrId);
    Server get(String nameOrId);
    Server reboot(String nameOrId, Reboot how);
    Server reset(String nameOrId);
    Server reset(String nameOrId, String image);
    Server resize(String nameOrId, String flavor);
    Server start(String nameOrId);
    Server stop(String nameOrId);
    ServerRental rent(ServerSpec spec);
    java.net.URI consoleUrl(String nameOrId);
    java.util.List<Server> list(ServerQuery query);
    java.util.Optional<Server> find(String nameOrId);
}
