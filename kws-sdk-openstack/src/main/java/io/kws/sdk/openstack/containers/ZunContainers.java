package io.kws.sdk.openstack.containers;

import io.kws.sdk.containers.Container;
import io.kws.sdk.containers.ContainerQuery;
import io.kws.sdk.containers.ContainerRental;
import io.kws.sdk.containers.ContainerSpec;
import io.kws.sdk.containers.Containers;
import io.kws.sdk.driver.OwnerFilter;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.plans.Plan;
import io.kws.sdk.receipts.Receipt;
import java.util.List;
import java.util.Optional;

/** Containers in Zun. */
public final class ZunContainers implements Containers {
    private final ContainerNode node;
    private final ContainerReader reader;
    private final ContainerActions actions;

    /**
     * Makes access to the containers of a node.
     *
     * @param node the node
     */
    public ZunContainers(ContainerNode node) {
        this.node = node;
        this.reader = node.reader();
        this.actions = new ContainerActions(node);
    }

    @Override
    public ContainerRental run(ContainerSpec spec) {
        return node.runner().run(RunContainer.useCase(node, spec));
    }

    @Override
    public Plan plan(ContainerSpec spec) {
        return node.runner().run(RunPlan.useCase(node, spec));
    }

    @Override
    public Operation<ContainerRental> runAsync(ContainerSpec spec) {
        return node.runner().start(RunContainer.useCase(node, spec));
    }

    @Override
    public Receipt delete(String nameOrId) {
        return node.runner().run(DeleteContainer.useCase(node, nameOrId));
    }

    @Override
    public Container get(String nameOrId) {
        return reader.get(nameOrId);
    }

    @Override
    public Optional<Container> find(String nameOrId) {
        return reader.find(nameOrId);
    }

    @Override
    public List<Container> list(ContainerQuery query) {
        List<Container> containers = query.name().isEmpty() ? reader.list() : reader.named(query.name());
        OwnerFilter owner = new OwnerFilter(query.owner());
        return containers.stream()
                .filter(container -> owner.matches(container.rental()))
                .toList();
    }

    @Override
    public Container start(String nameOrId) {
        return actions.start(nameOrId);
    }

    @Override
    public Container stop(String nameOrId) {
        return actions.stop(nameOrId);
    }

    @Override
    public Container restart(String nameOrId) {
        return actions.restart(nameOrId);
    }

    @Override
    public String logs(String nameOrId, int lines) {
        return node.client().located(() -> {
            ContainerLogs.requirePositive(lines);
            return ContainerLogs.read(node.client(), reader.get(nameOrId).id(), lines);
        });
    }
}
