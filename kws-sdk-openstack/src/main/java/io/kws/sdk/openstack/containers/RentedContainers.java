package io.kws.sdk.openstack.containers;

import io.kws.sdk.containers.Container;
import io.kws.sdk.containers.ContainerStatus;
import io.kws.sdk.driver.RentalBackend;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ResourceKind;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rented containers. Their tags are the labels they were created with; Zun cannot change labels, so later changes are
 * stored on their ports. Zun itself removes the resources that it creates for containers.
 */
public final class RentedContainers implements RentalBackend {
    private static final Set<ContainerStatus> CHANGING = EnumSet.of(
            ContainerStatus.CREATING, ContainerStatus.RESTARTING, ContainerStatus.REBUILDING, ContainerStatus.DELETING);

    private final ContainerNode node;
    private final ContainerReader reader;
    private final PortTags ports;

    /**
     * Makes access to the rented containers of a node.
     *
     * @param node the node
     */
    public RentedContainers(ContainerNode node) {
        this.node = node;
        this.reader = node.reader();
        this.ports = new PortTags(node.client());
    }

    @Override
    public ResourceKind kind() {
        return ResourceKind.CONTAINER;
    }

    @Override
    public List<Tagged> list() {
        List<Container> containers = reader.list();
        if (containers.isEmpty()) {
            return List.of();
        }
        Map<String, Map<String, String>> changes = ports.byDevice();
        return containers.stream()
                .map(container -> tagged(container, changes.getOrDefault(container.id(), Map.of())))
                .filter(container -> RentalTags.isRental(container.tags()))
                .toList();
    }

    @Override
    public Tagged get(String nameOrId) {
        Container container = reader.get(nameOrId);
        return tagged(container, ports.of(container.id()));
    }

    private static Tagged tagged(Container container, Map<String, String> changes) {
        Map<String, String> tags = new HashMap<>(container.labels());
        tags.putAll(changes);
        return new Tagged(
                container.id(),
                container.name(),
                container.status().toString(),
                tags,
                container.addresses(),
                CHANGING.contains(container.status()) ? Course.UNDER_WAY : Course.RESTING);
    }

    @Override
    public void tag(String id, Map<String, String> tags) {
        ports.write(id, tags);
    }

    @Override
    public void stop(String id) {
        if (reader.get(id).status() == ContainerStatus.RUNNING) {
            var unused = new ContainerActions(node).stop(id);
        }
    }

    @Override
    public Receipt end(String id) {
        return node.runner().run(DeleteContainer.useCase(node, id));
    }
}
