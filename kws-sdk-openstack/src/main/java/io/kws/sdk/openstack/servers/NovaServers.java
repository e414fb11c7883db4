package io.kws.sdk.openstack.servers;

import io.kws.sdk.driver.OwnerFilter;
import io.kws.sdk.images.Image;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.plans.Plan;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.servers.Reboot;
import io.kws.sdk.servers.Server;
import io.kws.sdk.servers.ServerQuery;
import io.kws.sdk.servers.ServerRental;
import io.kws.sdk.servers.ServerSpec;
import io.kws.sdk.servers.Servers;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Servers in Nova, with networking in Neutron. */
public final class NovaServers implements Servers {
    private final ServerNode node;
    private final ServerReader reader;
    private final ServerActions actions;

    /**
     * Makes access to the servers of a node.
     *
     * @param node the node
     */
    public NovaServers(ServerNode node) {
        this.node = node;
        this.reader = node.reader();
        this.actions = new ServerActions(node);
    }

    @Override
    public ServerRental rent(ServerSpec spec) {
        return node.runner().run(RentServer.useCase(node, spec));
    }

    @Override
    public Plan plan(ServerSpec spec) {
        return node.runner().run(RentPlan.useCase(node, spec));
    }

    @Override
    public Operation<ServerRental> rentAsync(ServerSpec spec) {
        return node.runner().start(RentServer.useCase(node, spec));
    }

    @Override
    public Receipt release(String nameOrId) {
        return node.runner().run(ReleaseServer.useCase(node, nameOrId));
    }

    @Override
    public Server get(String nameOrId) {
        return reader.get(nameOrId);
    }

    @Override
    public Optional<Server> find(String nameOrId) {
        return reader.find(nameOrId);
    }

    @Override
    public List<Server> list(ServerQuery query) {
        List<Server> servers = query.name().isEmpty() ? reader.list() : reader.named(query.name());
        OwnerFilter owner = new OwnerFilter(query.owner());
        return servers.stream().filter(server -> owner.matches(server.rental())).toList();
    }

    @Override
    public Server start(String nameOrId) {
        return actions.start(nameOrId);
    }

    @Override
    public Server stop(String nameOrId) {
        return actions.stop(nameOrId);
    }

    @Override
    public Server reboot(String nameOrId, Reboot how) {
        return actions.reboot(nameOrId, how);
    }

    @Override
    public Server reset(String nameOrId) {
        return actions.reset(nameOrId, "");
    }

    @Override
    public Server reset(String nameOrId, String image) {
        return actions.reset(nameOrId, image);
    }

    @Override
    public Server resize(String nameOrId, String flavor) {
        return actions.resize(nameOrId, flavor);
    }

    @Override
    public Image snapshot(String nameOrId, String imageName) {
        return node.runner().run(SnapshotServer.useCase(node, nameOrId, imageName));
    }

    @Override
    public URI consoleUrl(String nameOrId) {
        return RemoteConsole.url(node.client(), reader.get(nameOrId).id());
    }

    @Override
    public String consoleLog(String nameOrId, int lines) {
        return ConsoleLog.read(node.client(), reader.get(nameOrId).id(), lines);
    }
}
