package io.kws.sdk.sandbox.nova;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds servers, and takes them down. The node's lock guards it. */
final class Construction {
    private static final String NO_HOST = "No valid host was found. ";

    private final Site site;
    private final Cloud cloud;
    private final ServerStore servers;
    private @Nullable String scripted;

    Construction(Cloud cloud, ServerStore servers) {
        this.site = cloud.site();
        this.cloud = cloud;
        this.servers = servers;
    }

    void failAll(@Nullable String fault) {
        scripted = fault;
    }

    void begin(Server server, List<ObjectNode> ports, List<DiskOrder.Disk> disks) {
        servers.add(server);
        Optional<String> fault = fault(server);
        Duration boot = site.bootTime();
        Duration scheduling = boot.compareTo(site.settleTime()) < 0 ? boot : site.settleTime();
        site.agenda()
                .in(
                        scheduling,
                        () -> step(server, () -> {
                            if (fault.filter(NO_HOST::equals).isPresent()) {
                                server.fail(NO_HOST, now());
                            } else {
                                settle(server, ports, disks);
                            }
                        }));
        site.agenda().in(boot, () -> step(server, () -> finish(server, fault)));
    }

    private Optional<String> fault(Server server) {
        return server.flavor().name().equals("x1.nohost") ? Optional.of(NO_HOST) : Optional.ofNullable(scripted);
    }

    /** Does something with a server that is still being built. */
    private void step(Server server, Runnable work) {
        if (servers.contains(server) && server.state() == VmState.BUILDING && !"deleting".equals(server.task())) {
            work.run();
        }
    }

    private void settle(Server server, List<ObjectNode> ports, List<DiskOrder.Disk> disks) {
        server.host();
        server.begin("spawning", now());
        try {
            disks.forEach(disk -> attach(server, disk));
            ports.forEach(port -> connect(server, port));
        } catch (Refusal refusal) {
            abort(server, "Build of instance " + server.id() + " aborted: " + refusal.message());
        }
    }

    private void attach(Server server, DiskOrder.Disk disk) {
        String id = disk.isNew() ? cloud.volumes().create(server.owner(), disk.spec()) : disk.volumeId();
        String device = "/dev/vd" + (char) ('a' + server.volumes().size());
        server.volumes().put(id, new Server.Attachment(id, device, disk.deletedWithServer()));
        cloud.volumes().attach(id, server.id(), device);
    }

    private void connect(Server server, ObjectNode port) {
        if (port.has("id")) {
            cloud.ports().bind(server.id(), port.path("id").asText());
        } else {
            cloud.ports().create(server.owner(), server.id(), port);
        }
    }

    private void finish(Server server, Optional<String> fault) {
        if (fault.isPresent()) {
            abort(server, fault.get());
        } else {
            server.become(VmState.ACTIVE, now());
            cloud.ports().status(server.id(), "ACTIVE");
        }
    }

    private void abort(Server server, String message) {
        server.fail(message, now());
        cloud.ports().release(server.id());
    }

    void delete(Server server) {
        if ("deleting".equals(server.task())) {
            return;
        }
        server.begin("deleting", now());
        site.agenda().in(site.settleTime(), () -> remove(server));
    }

    private void remove(Server server) {
        cloud.ports().release(server.id());
        for (Server.Attachment attachment : server.volumes().values()) {
            cloud.volumes().detach(attachment.volumeId());
            if (attachment.deletedWithServer()) {
                cloud.volumes().delete(attachment.volumeId());
            }
        }
        servers.remove(server);
    }

    private Instant now() {
        return site.agenda().now();
    }
}
