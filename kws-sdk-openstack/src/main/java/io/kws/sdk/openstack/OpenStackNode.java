package io.kws.sdk.openstack;

import io.kws.sdk.buckets.Buckets;
import io.kws.sdk.config.CloudConfig;
import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.containers.Containers;
import io.kws.sdk.driver.DriverContext;
import io.kws.sdk.driver.HealthProbe;
import io.kws.sdk.driver.NodeDriver;
import io.kws.sdk.driver.RentalBackends;
import io.kws.sdk.driver.SharedNote;
import io.kws.sdk.driver.steps.UseCaseRunner;
import io.kws.sdk.flavors.Flavors;
import io.kws.sdk.images.Images;
import io.kws.sdk.keypairs.Keypairs;
import io.kws.sdk.limits.Limits;
import io.kws.sdk.networks.Networks;
import io.kws.sdk.openstack.buckets.AbandonedUploads;
import io.kws.sdk.openstack.buckets.RentedBuckets;
import io.kws.sdk.openstack.buckets.SwiftBuckets;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.containers.ContainerNode;
import io.kws.sdk.openstack.containers.RentedContainers;
import io.kws.sdk.openstack.containers.ZunContainers;
import io.kws.sdk.openstack.flavors.NovaFlavors;
import io.kws.sdk.openstack.health.OpenStackHealth;
import io.kws.sdk.openstack.images.AbandonedImages;
import io.kws.sdk.openstack.images.GlanceImages;
import io.kws.sdk.openstack.keypairs.NovaKeypairs;
import io.kws.sdk.openstack.limits.OpenStackLimits;
import io.kws.sdk.openstack.networks.NeutronNetworks;
import io.kws.sdk.openstack.servers.NovaServers;
import io.kws.sdk.openstack.servers.RentedServers;
import io.kws.sdk.openstack.servers.ServerNode;
import io.kws.sdk.openstack.sweeps.SecurityGroupNote;
import io.kws.sdk.openstack.volumes.CinderVolumes;
import io.kws.sdk.servers.Servers;
import io.kws.sdk.volumes.Volumes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.openstack4j.api.OSClient.OSClientV3;

/** One OpenStack. */
final class OpenStackNode implements NodeDriver {
    private final OpenStackClient client;
    private final Map<Class<?>, Object> capabilities;

    OpenStackNode(NodeConfig node, CloudConfig cloud, DriverContext context) {
        client = new OpenStackClient(node, cloud, context);
        UseCaseRunner runner = new UseCaseRunner(node.name(), context.threads(), context.timeouts());
        Images images = new GlanceImages(client, runner, context.timeouts());
        Flavors flavors = new NovaFlavors(client);
        Networks networks = new NeutronNetworks(client);
        Keypairs keypairs = new NovaKeypairs(client);
        Limits limits = new OpenStackLimits(client, runner);
        ServerNode serverNode = new ServerNode(
                client, runner, context.timeouts(), node.serverProxy(), images, flavors, networks, keypairs, limits);
        Servers servers = new NovaServers(serverNode);
        Volumes volumes = new CinderVolumes(client, runner, context.timeouts(), images, servers);
        Buckets buckets = new SwiftBuckets(client, runner, context.timeouts(), limits);
        ContainerNode containerNode = new ContainerNode(client, runner, context.timeouts(), networks, limits);
        Containers containers = new ZunContainers(containerNode);
        RentalBackends rentables = new RentalBackends(
                List.of(
                        new RentedServers(serverNode),
                        new RentedContainers(containerNode),
                        new RentedBuckets(client, runner, buckets)),
                List.of(new AbandonedImages(client), new AbandonedUploads(client)));
        capabilities = Map.ofEntries(
                Map.entry(Buckets.class, buckets),
                Map.entry(Images.class, images),
                Map.entry(Flavors.class, flavors),
                Map.entry(Networks.class, networks),
                Map.entry(Keypairs.class, keypairs),
                Map.entry(Servers.class, servers),
                Map.entry(Volumes.class, volumes),
                Map.entry(Limits.class, limits),
                Map.entry(Containers.class, containers),
                Map.entry(RentalBackends.class, rentables),
                Map.entry(HealthProbe.class, new OpenStackHealth(client, runner)),
                Map.entry(SharedNote.class, new SecurityGroupNote(client)));
    }

    @Override
    public <C> Optional<C> capability(Class<C> type) {
        return Optional.ofNullable(capabilities.get(type)).map(type::cast);
    }

    @Override
    public boolean wraps(Class<?> client) {
        return client == OSClientV3.class;
    }

    @Override
    public <C, R> R unwrap(Class<C> type, Function<C, R> work) {
        return client.call(openstack -> work.apply(type.cast(openstack)));
    }

    /** Kept connections close by themselves once idle. */
    @Override
    public void close() {}
}
