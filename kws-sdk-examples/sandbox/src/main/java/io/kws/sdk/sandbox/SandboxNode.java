package io.kws.sdk.sandbox;

import com.sun.net.httpserver.HttpServer;
import io.kws.sdk.sandbox.cinder.Cinder;
import io.kws.sdk.sandbox.glance.Glance;
import io.kws.sdk.sandbox.guest.GuestPorts;
import io.kws.sdk.sandbox.guest.Landing;
import io.kws.sdk.sandbox.guest.SocksProxy;
import io.kws.sdk.sandbox.keystone.Catalog;
import io.kws.sdk.sandbox.keystone.Keystone;
import io.kws.sdk.sandbox.kubernetes.Kubernetes;
import io.kws.sdk.sandbox.neutron.Neutron;
import io.kws.sdk.sandbox.neutron.Reach;
import io.kws.sdk.sandbox.nova.Cloud;
import io.kws.sdk.sandbox.nova.Nova;
import io.kws.sdk.sandbox.placement.Placement;
import io.kws.sdk.sandbox.site.Site;
import io.kws.sdk.sandbox.swift.Swift;
import io.kws.sdk.sandbox.swift.SwiftInfo;
import io.kws.sdk.sandbox.web.WebListener;
import io.kws.sdk.sandbox.zun.Zun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * One node: a whole OpenStack of its own, behind one port of 127.0.0.1, and a Kubernetes {@link #cluster}. Its methods
 * script what clients of the node meet; calls, faults and latency are those of both. Thread-safe; the
 * {@link Sandbox} closes it.
 */
public final class SandboxNode {
    private final NodeServer server = new NodeServer();
    private final ExecutorService threads = Executors.newCachedThreadPool(SandboxNode::daemon);
    private final GuestPorts guests = new GuestPorts();
    private final HttpServer http;
    private final SocksProxy socks;
    private final Site site;
    private final Keystone keystone;
    private final Neutron neutron;
    private final Glance glance;
    private final Cinder cinder;
    private final Swift swift;
    private final Nova nova;
    private final Zun zun;
    private final Kubernetes kubernetes;
    private final WebListener web;
    private final WebListener plainWeb;
    private volatile Duration guestTime = Duration.ZERO;

    SandboxNode(String name, int port) throws IOException {
        this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        this.site = new Site(
                name, URI.create("http://127.0.0.1:" + http.getAddress().getPort()));
        this.keystone = new Keystone(site);
        this.neutron = new Neutron(site, keystone);
        this.glance = new Glance(site, keystone);
        this.cinder = new Cinder(site, keystone.tokens(), glance.images());
        this.swift = new Swift(site, keystone.tokens());
        SwiftInfo swiftInfo = new SwiftInfo(site, keystone.tokens());
        Cloud cloud = new Cloud(site, neutron.serverPorts(), glance.images(), cinder.serverVolumes());
        this.nova = new Nova(cloud, keystone.tokens());
        this.zun = new Zun(site, keystone.tokens(), neutron.containerPorts(), glance.images());
        Placement placement = new Placement(site, keystone.tokens(), nova::used);
        List.of(keystone, nova, neutron, glance, cinder, placement, swift, swiftInfo, zun)
                .forEach(server::mount);
        fill(keystone.catalog());
        this.kubernetes = new Kubernetes(site, next(port, 2), threads);
        Kubernetes.PREFIXES.forEach(prefix -> server.mount(prefix, kubernetes));
        this.web = WebListener.secure(next(port, 1), threads, server);
        this.plainWeb = WebListener.plain(0, threads, server);
        http.createContext("/", server);
        http.setExecutor(threads);
        // Its dispatcher is a daemon only if the thread that starts it is one.
        CompletableFuture.runAsync(http::start, threads).join();
        this.socks = new SocksProxy(threads, this::land, guests);
    }

    /** The ports of a node follow each other, unless they are any that are free. */
    private static int next(int port, int further) {
        return port == 0 ? 0 : port + further;
    }

    private Landing land(String address, int port) {
        return site.alone(() -> {
            Reach reach = neutron.reach();
            Optional<Nova.Running> server = reach.serverAt(address).flatMap(nova::running);
            if (server.isEmpty() || !reach.lets(address, port)) {
                return Landing.nowhere(Landing.Kind.UNREACHABLE);
            }
            Instant up = server.get().since().plus(guestTime);
            boolean open = guests.listensOn(port) && !site.agenda().now().isBefore(up);
            return open ? new Landing(Landing.Kind.OPEN, server.get().name()) : Landing.nowhere(Landing.Kind.REFUSED);
        });
    }

    private static void fill(Catalog catalog) {
        catalog.add("identity", "keystone", "/identity/v3");
        catalog.add("compute", "nova", "/compute/v2.1");
        catalog.add("network", "neutron", "/network");
        catalog.add("image", "glance", "/image");
        catalog.add("placement", "placement", "/placement");
        catalog.add("block-storage", "cinder", "/volume/v3");
        catalog.add("volumev3", "cinderv3", "/volume/v3/PROJECT");
        catalog.add("object-store", "swift", "/v1/AUTH_PROJECT");
        catalog.add("container", "zun", "/container/v1");
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "sandbox");
        thread.setDaemon(true);
        return thread;
    }

    /** {@return the node's name} */
    public String name() {
        return site.name();
    }

    /** {@return the address of Keystone, as {@code auth_url} in clouds.yaml} */
    public URI authUrl() {
        return URI.create(site.url("/identity/v3"));
    }

    /** {@return the node's Kubernetes cluster} */
    public SandboxCluster cluster() {
        return new SandboxCluster(name(), kubernetes, web.address(), plainWeb.address());
    }

    /** {@return the user most tests use; {@code admin} is the other one, its password {@code admin}} */
    public String userName() {
        return "demo";
    }

    /** {@return that user's password} */
    public String password() {
        return "demo";
    }

    /** {@return that user's project} */
    public String projectName() {
        return "demo";
    }

    /**
     * Sets how long a server takes from the request until it is ACTIVE, a container until it is Created, and a Pod from
     * its machine until it runs. 5 ms unless set.
     *
     * @param time the time; it counts for what is asked for from now on
     */
    public void bootTime(Duration time) {
        site.bootTime(time);
    }

    /**
     * Sets how long everything else takes that is not done at once: stop, start, delete, volumes, each step of the
     * cluster's controllers; and how long a second of waiting in the cluster takes. 2 ms unless set.
     *
     * @param time the time from the request
     */
    public void settleTime(Duration time) {
        site.settleTime(time);
    }

    /**
     * Lets each answer take longer.
     *
     * @param time what is added to each answer
     */
    public void latency(Duration time) {
        server.latency(time);
    }

    /**
     * Sets a quota for all projects.
     *
     * @param quota which
     * @param limit how many there may be; -1 for any number
     */
    public void quota(Quota quota, int limit) {
        site.limits().set(quota.limit(), limit);
    }

    /**
     * Lets something go wrong. Of several faults that concern a request the first one strikes.
     *
     * @param fault what goes wrong, and when
     */
    public void inject(Fault fault) {
        server.faults().add(fault);
    }

    /** Takes all faults back; requests that hang are cut off. */
    public void clearFaults() {
        server.faults().clear();
    }

    /** Adds a field that no client knows to the objects of every answer from now on. */
    public void addUnknownFields() {
        server.addUnknownFields();
    }

    /** {@return the calls received since the last {@link #clearCalls}, in the order they were answered} */
    public List<Call> calls() {
        return server.calls().all();
    }

    /** Forgets the calls received so far. */
    public void clearCalls() {
        server.calls().clear();
    }

    /** {@return how many of the {@link #calls} were logins that gave a token} */
    public int logins() {
        return server.calls().logins();
    }

    /** {@return how many connections the {@link #calls} came on} */
    public int connections() {
        return server.calls().connections();
    }

    /** Revokes all tokens: each call answers 401 until the client logs in again. */
    public void revokeTokens() {
        keystone.tokens().revokeAll();
    }

    /**
     * Lets tokens handed out from now on expire after a time. A day unless set.
     *
     * @param life the time
     */
    public void tokenLife(Duration life) {
        keystone.tokens().life(life);
    }

    /**
     * Lets tokens handed out from now on die after a number of calls, those to Keystone not counted.
     *
     * @param calls how many calls each is good for; 0 for any number
     */
    public void expireTokensAfter(int calls) {
        keystone.tokens().uses(calls);
    }

    /**
     * Takes a service out of the catalogue.
     *
     * @param type its type, such as {@code volumev3}
     */
    public void removeService(String type) {
        keystone.catalog().remove(type);
    }

    /**
     * Lets the servers asked for from now on end as ERROR.
     *
     * @param fault the message of their fault
     */
    public void failServers(String fault) {
        nova.failServers(fault);
    }

    /**
     * Sets what the console of every server shows that has no text of its own.
     *
     * @param text the whole log; empty for the usual boot log, in which cloud-init finishes
     */
    public void consoleLog(String text) {
        nova.consoleLog(text);
    }

    /**
     * Sets what the console of one server shows.
     *
     * @param serverId the server
     * @param text the whole log
     */
    public void consoleLog(String serverId, String text) {
        nova.consoleLog(serverId, text);
    }

    /** Lets servers become ACTIVE again. */
    public void healServers() {
        nova.healServers();
    }

    /**
     * Lets the volumes asked for from now on end as error.
     *
     * @param reason what Cinder tells the user
     */
    public void failVolumes(String reason) {
        cinder.failVolumes(reason);
    }

    /** Lets volumes be made again. */
    public void healVolumes() {
        cinder.healVolumes();
    }

    /**
     * Lets the containers asked for from now on end as Error.
     *
     * @param reason their status reason; {@code There are not enough hosts available.} is found before a host is
     */
    public void failContainers(String reason) {
        zun.failContainers(reason);
    }

    /** Lets containers be made again. */
    public void healContainers() {
        zun.healContainers();
    }

    /**
     * Returns the way into the servers: a SOCKS 5 proxy that takes CONNECT to floating and fixed IPv4
     * addresses of ACTIVE servers. Port 22 answers with an SSH banner, port 80 with a page; what the security
     * groups do not let in is unreachable, other ports refuse.
     *
     * @return where the proxy listens
     */
    public InetSocketAddress socksProxy() {
        return socks.address();
    }

    /**
     * Sets how long after a server became ACTIVE its ports begin to answer; until then they refuse. At once
     * unless set.
     *
     * @param time the time
     */
    public void guestTime(Duration time) {
        guestTime = time;
    }

    /**
     * Lets something listen in every server.
     *
     * @param port its port
     * @param greeting what it says to whoever connects
     */
    public void openPort(int port, String greeting) {
        guests.open(port, greeting);
    }

    /**
     * Lets nothing listen on a port of any server, so that it refuses.
     *
     * @param port the port
     */
    public void closePort(int port) {
        guests.close(port);
    }

    /**
     * Lists every resource a user made that still exists, for leak checks. What Nova makes for a server, or Zun for
     * a container, is part of it; the Pods of Deployments, and all else in the cluster but its events, are not.
     *
     * @return the resources, those that every node has from the beginning not among them
     */
    public List<Leftover> leftovers() {
        return site.alone(() -> Stream.of(
                        nova.remnants(),
                        neutron.remnants(),
                        cinder.remnants(),
                        glance.images().remnants(),
                        swift.remnants(),
                        zun.remnants(),
                        kubernetes.remnants())
                .flatMap(List::stream)
                .map(remnant -> new Leftover(remnant.kind(), remnant.id(), remnant.name()))
                .toList());
    }

    /**
     * Lets what is under way, such as a boot or a deletion, go on at once as far as it would in a time, without waiting.
     *
     * @param ahead the time
     */
    public void runAhead(Duration ahead) {
        site.runAhead(ahead);
    }

    void close() {
        clearFaults();
        socks.close();
        web.close();
        plainWeb.close();
        kubernetes.close();
        http.stop(0);
        threads.shutdownNow();
        swift.close();
    }
}
