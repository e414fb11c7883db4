package io.kws.sdk.benchmarks.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openstack4j.api.Builders;
import org.openstack4j.api.OSClient.OSClientV3;
import org.openstack4j.core.transport.Config;
import org.openstack4j.model.common.Identifier;
import org.openstack4j.model.common.Payloads;
import org.openstack4j.model.compute.Flavor;
import org.openstack4j.model.compute.Server;
import org.openstack4j.model.image.v2.Image;
import org.openstack4j.model.network.Network;
import org.openstack4j.model.network.SecurityGroup;
import org.openstack4j.openstack.OSFactory;

/**
 * openstack4j, used as its documentation shows. Its first argument says whether each call logs in anew, as portals do, or the
 * login is kept. Tasks name a cloud by the address of its Keystone.
 */
final class ByOpenstack4j extends Client {
    private static final int LONGEST_SECONDS = 120;

    private final boolean keepsLogins;
    private final Map<String, OSClientV3> kept = new HashMap<>();

    private ByOpenstack4j(boolean keepsLogins) {
        this.keepsLogins = keepsLogins;
    }

    public static void main(String[] args) throws IOException {
        new ByOpenstack4j(args[0].equals("kept")).serve(args, 1);
        System.exit(0); // some connectors' threads are no daemons
    }

    @Override
    Map<String, Task> tasks() {
        return Map.of(
                "flavors",
                        plain(words ->
                                cloud(words.get(0)).get().compute().flavors().list()),
                "calls", plain(this::calls),
                "rent", plain(words -> rent(cloud(words.get(0)), words.get(1))),
                "boot", this::boot,
                "servers", this::servers,
                "sweep", this::sweep,
                "rent-all", this::rentAll,
                "put", plain(this::put),
                "get", plain(this::get));
    }

    private static OSClientV3 logIn(String authUrl, Config config) {
        return OSFactory.builderV3()
                .withConfig(config)
                .endpoint(authUrl)
                .credentials("demo", "demo", Identifier.byId("default"))
                .scopeToProject(Identifier.byName("demo"), Identifier.byId("default"))
                .authenticate();
    }

    private static OSClientV3 logIn(String authUrl) {
        return logIn(authUrl, Config.DEFAULT);
    }

    /** Returns what gives the client for each next call. */
    private Supplier<OSClientV3> cloud(String authUrl) {
        return keepsLogins ? () -> kept.computeIfAbsent(authUrl, ByOpenstack4j::logIn) : () -> logIn(authUrl);
    }

    /** Clients belong to one thread; others take the token over. */
    private void calls(List<String> words) throws Exception {
        String authUrl = words.get(0);
        int calls = Integer.parseInt(words.get(1));
        int threads = Integer.parseInt(words.get(2));
        if (!keepsLogins) {
            Crowd.run(
                    calls,
                    threads,
                    () -> () -> logIn(authUrl).compute().flavors().list());
            return;
        }
        OSClientV3 first = logIn(authUrl);
        Crowd.run(calls, threads, () -> {
            OSClientV3 client = OSFactory.clientFromToken(first.getToken());
            return () -> client.compute().flavors().list();
        });
    }

    private static void rent(Supplier<OSClientV3> cloud, String name) {
        Image image = cloud.get().imagesV2().list(Map.of("name", Wishes.IMAGE)).get(0);
        Flavor flavor = flavor(cloud);
        List<? extends Network> networks = cloud.get().networking().network().list();
        Network inner = networks.stream()
                .filter(network -> !network.isRouterExternal())
                .findFirst()
                .orElseThrow();
        Network outer =
                networks.stream().filter(Network::isRouterExternal).findFirst().orElseThrow();
        cloud.get().compute().keypairs().create(name, null);
        SecurityGroup group = cloud.get()
                .networking()
                .securitygroup()
                .create(Builders.securityGroup().name(name).build());
        open(cloud, group, 22);
        open(cloud, group, 80);
        Server server = cloud.get()
                .compute()
                .servers()
                .boot(Builders.server()
                        .name(name)
                        .image(image.getId())
                        .flavor(flavor.getId())
                        .networks(List.of(inner.getId()))
                        .addSecurityGroup(group.getName())
                        .keypairName(name)
                        .userData(Base64.getEncoder().encodeToString(Wishes.CLOUD_INIT.getBytes(UTF_8)))
                        .build());
        awaitActive(cloud.get(), server);
        String port = cloud.get()
                .networking()
                .port()
                .list(Map.of("device_id", List.of(server.getId())))
                .get(0)
                .getId();
        cloud.get()
                .networking()
                .floatingip()
                .create(Builders.netFloatingIP()
                        .floatingNetworkId(outer.getId())
                        .portId(port)
                        .build());
        cloud.get().compute().servers().get(server.getId());
    }

    private static Flavor flavor(Supplier<OSClientV3> cloud) {
        return cloud.get().compute().flavors().list().stream()
                .filter(each -> each.getName().equals(Wishes.FLAVOR))
                .findFirst()
                .orElseThrow();
    }

    private static void open(Supplier<OSClientV3> cloud, SecurityGroup group, int port) {
        cloud.get()
                .networking()
                .securityrule()
                .create(Builders.securityGroupRule()
                        .securityGroupId(group.getId())
                        .direction("ingress")
                        .ethertype("IPv4")
                        .protocol("tcp")
                        .portRangeMin(port)
                        .portRangeMax(port)
                        .build());
    }

    /** It looks once a second. */
    private static void awaitActive(OSClientV3 cloud, Server server) {
        Server there = cloud.compute()
                .servers()
                .waitForServerStatus(server.getId(), Server.Status.ACTIVE, LONGEST_SECONDS, TimeUnit.SECONDS);
        if (there.getStatus() != Server.Status.ACTIVE) {
            throw new IllegalStateException(there.toString());
        }
    }

    private Map<String, Long> boot(List<String> words) {
        Supplier<OSClientV3> cloud = cloud(words.get(0));
        Image image = cloud.get().imagesV2().list(Map.of("name", Wishes.IMAGE)).get(0);
        Flavor flavor = flavor(cloud);
        Network network = cloud.get().networking().network().list().stream()
                .filter(each -> !each.isRouterExternal())
                .findFirst()
                .orElseThrow();
        OSClientV3 client = cloud.get();
        long sent = System.nanoTime();
        Server server = client.compute()
                .servers()
                .boot(Builders.server()
                        .name(words.get(1))
                        .image(image.getId())
                        .flavor(flavor.getId())
                        .networks(List.of(network.getId()))
                        .build());
        awaitActive(client, server);
        return Map.of("sinceSent", System.nanoTime() - sent);
    }

    /** One cloud after the other. The first word is how many milliseconds an answer may take. */
    private Map<String, Long> servers(List<String> words) {
        Config config = Config.newConfig()
                .withConnectionTimeout(Integer.parseInt(words.get(0)))
                .withReadTimeout(Integer.parseInt(words.get(0)));
        long living = 0;
        long dead = 0;
        for (String authUrl : words.subList(1, words.size())) {
            try {
                logIn(authUrl, config).compute().servers().list(true);
                living++;
            } catch (RuntimeException e) {
                dead++;
            }
        }
        return Map.of("living", living, "dead", dead);
    }

    private Map<String, Long> sweep(List<String> words) {
        Instant now = Instant.now();
        long examined = 0;
        long ended = 0;
        for (String authUrl : words) {
            OSClientV3 client = logIn(authUrl);
            List<Server> servers = allServers(client);
            examined += servers.size();
            for (Server server : servers) {
                if (Instant.parse(server.getMetadata().get("kws.end")).isBefore(now)
                        && client.compute().servers().delete(server.getId()).isSuccess()) {
                    ended++;
                }
            }
        }
        return Map.of("examined", examined, "over", ended, "complete", 1L);
    }

    /** Lists are one page of it; whoever wants all asks for what follows the last one. */
    private static List<Server> allServers(OSClientV3 client) {
        List<Server> all = new ArrayList<>();
        List<? extends Server> page = client.compute().servers().list(true);
        while (!page.isEmpty()) {
            all.addAll(page);
            String last = all.get(all.size() - 1).getId();
            page = client.compute().servers().list(Map.of("marker", last));
        }
        return all;
    }

    private Map<String, Long> rentAll(List<String> words) {
        List<String> clouds = words.subList(2, words.size());
        for (int i = 0; i < Integer.parseInt(words.get(0)); i++) {
            OSClientV3 client = logIn(clouds.get(i % clouds.size()));
            rent(() -> client, words.get(1) + "-" + i);
        }
        return Map.of("failures", 0L);
    }

    private void put(List<String> words) {
        String etag = cloud(words.get(0))
                .get()
                .objectStorage()
                .objects()
                .put(words.get(1), words.get(2), Payloads.create(new File(words.get(3))));
        if (etag == null) {
            throw new IllegalStateException("not stored");
        }
    }

    private void get(List<String> words) throws IOException {
        cloud(words.get(0))
                .get()
                .objectStorage()
                .objects()
                .download(words.get(1), words.get(2))
                .writeToFile(new File(words.get(3)));
    }
}
