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
 * Containers as the rentals see them. The tags are the labels they were run with; as Zun cannot change those, what came
 * later stands on their ports. Zun takes away itself what it has made for them.
 */
public final class RentedContainers implements RentalBackend {
    private static final Set<ContainerStatus> UNDER_WAY = EnumSet.of(
            ContainerStatus.CREATING, ContainerStatus.RESTARTING, ContainerStatus.REBUILDING, ContainerStatus.DELETING);

    private final ContainerNode node;
    private final ContainerReader reader;
    private final PortTags ports;

    /**
     * Makes the rented containers of a node.
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
        Map<String, Map<String, String>> later = ports.byDevice();
        return containers.stream()
                .map(container -> tagged(container, later.getOrDefault(container.id(), Map.of())))
                .filter(container -> RentalTags.isRental(container.tags()))
                .toList();
    }

    @Override
    public Tagged get(String nameOrId) {
        Container container = reader.get(nameOrId);
        return tagged(container, ports.of(container.id()));
    }

    private static Tagged tagged(Container container, Map<String, String> later) {
        Map<String, String> tags = new HashMap<>(container.labels());
        tags.putAll(later);
        return new Tagged(
                container.id(),
                container.name(),
                container.status().toString(),
                tags,
                container.addresses(),
                UNDER_WAY.contains(container.status()) ? Course.UNDER_WAY : Course.RESTING);
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
