package io.kws.sdk.sandbox.zun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.glance.Images;
import io.kws.sdk.sandbox.guest.Registry;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.neutron.ContainerPorts;
import io.kws.sdk.sandbox.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes containers, lets them live, and takes them down. The node's lock guards it. */
final class Life {
    static final String NO_HOST = "There are not enough hosts available.";

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final int MOST_DOUBLINGS = 9;

    private final Site site;
    private final ContainerPorts ports;
    private final Images images;
    private final ContainerStore containers;
    private @Nullable String scripted;

    Life(Site site, ContainerPorts ports, Images images, ContainerStore containers) {
        this.site = site;
        this.ports = ports;
        this.images = images;
        this.containers = containers;
    }

    void failAll(@Nullable String reason) {
        scripted = reason;
    }

    /** Begins to make a container; without a host it is over at once. */
    void begin(Container container, Runnable then) {
        containers.add(container);
        String failure = scripted;
        if (NO_HOST.equals(failure)) {
            container.fail(NO_HOST, now());
            return;
        }
        Duration boot = site.bootTime();
        Duration scheduling = boot.compareTo(site.settleTime()) < 0 ? boot : site.settleTime();
        after(scheduling, container, () -> {
            container.host();
            container.begin("container_creating");
        });
        after(boot, container, () -> finish(container, failure, then));
    }

    private void finish(Container container, @Nullable String failure, Runnable then) {
        try {
            if (failure != null) {
                container.fail(failure, now());
            } else if (isMissing(container)) {
                container.fail(missing(container.spec()), now());
            } else {
                connect(container);
                container.make();
                container.become(Status.CREATED, now());
            }
        } catch (Refusal refusal) {
            container.fail(refusal.message(), now());
            container.unhost();
        }
        if (container.isDoomed()) {
            delete(container);
        } else if (container.status() == Status.CREATED) {
            then.run();
        }
    }

    private boolean isMissing(Container container) {
        String image = container.spec().path("image").asText();
        return isGlances(container.spec()) ? !images.has(container.owner(), image) : !Registry.has(image);
    }

    private static boolean isGlances(ObjectNode spec) {
        return spec.path("image_driver").asText().equals("glance");
    }

    private static String missing(ObjectNode spec) {
        String image = spec.path("image").asText();
        return isGlances(spec) ? "Image " + image + " could not be found." : notInRegistry(image);
    }

    private static String notInRegistry(String image) {
        return "404 Client Error for http+docker://localhost/v1.41/images/create?tag=latest&fromImage=" + image
                + ": Not Found (\"pull access denied for " + image
                + ", repository does not exist or may require 'docker login': denied: requested access to the"
                + " resource is denied\")";
    }

    private void connect(Container container) {
        ObjectNode spec = container.spec();
        ObjectNode port = Json.object().put("network_id", spec.path("network").asText());
        List<String> exposed = new ArrayList<>();
        spec.path("exposed_ports").fieldNames().forEachRemaining(exposed::add);
        if (!exposed.isEmpty()) {
            String group = ports.expose(container.owner(), container.id(), exposed);
            spec.withArray("security_groups").add(group);
        }
        if (spec.get("security_groups") instanceof ArrayNode groups && !groups.isEmpty()) {
            port.set("security_groups", groups.deepCopy());
        }
        container.addresses(ports.connect(container.owner(), container.id(), port));
    }

    /** Starts what a container runs. */
    void start(Container container) {
        container.forgetRestarts();
        container.begin("container_starting");
        settle(container, () -> run(container));
    }

    void reboot(Container container) {
        container.forgetRestarts();
        container.become(Status.RESTARTING, now());
        container.begin("container_rebooting");
        settle(container, () -> run(container));
    }

    private void run(Container container) {
        if (!container.isMade()) {
            container.fail("Cannot operate an uncreated container.", now());
            return;
        }
        Workload workload = Workload.of(container.spec());
        container.log().append(workload.output());
        if (workload.exitCode().isEmpty()) {
            container.become(Status.RUNNING, now());
        } else {
            end(container, workload.exitCode().getAsInt());
        }
    }

    private void end(Container container, int code) {
        if (isRestarted(container, code)) {
            container.become(Status.RESTARTING, now());
            int restarts = container.restarted();
            after(FIRST_PAUSE.multipliedBy(1L << Math.min(restarts, MOST_DOUBLINGS)), container, () -> {
                if (container.status() == Status.RESTARTING && container.task() == null) {
                    run(container);
                }
            });
        } else {
            container.exit(code, now());
        }
    }

    private static boolean isRestarted(Container container, int code) {
        JsonNode policy = container.spec().path("restart_policy");
        int most = policy.path("MaximumRetryCount").asInt();
        return switch (policy.path("Name").asText("no")) {
            case "no" -> false;
            case "on-failure" -> code != 0 && (most == 0 || container.restarts() < most);
            default -> true;
        };
    }

    void stop(Container container, int exitCode) {
        container.begin("container_stopping");
        settle(container, () -> container.exit(exitCode, now()));
    }

    /** Lets something else be done that leads from one state to another. */
    void change(Container container, String task, Status to) {
        container.begin(task);
        settle(container, () -> container.become(to, now()));
    }

    void stopAndDelete(Container container) {
        container.begin("container_stopping");
        settle(container, () -> {
            container.exit(137, now());
            delete(container);
        });
    }

    /** Deletes; one that is still being made, once it is. */
    void delete(Container container) {
        if (!container.isHosted()) {
            remove(container);
        } else if (container.status() == Status.CREATING) {
            container.doom();
        } else {
            container.become(Status.DELETING, now());
            container.begin("container_deleting");
            settle(container, () -> remove(container));
        }
    }

    private void remove(Container container) {
        ports.release(container.id());
        containers.remove(container);
    }

    /** Ends the container's task, unless another has taken its place. */
    private void settle(Container container, Runnable step) {
        String task = container.task();
        after(site.settleTime(), container, () -> {
            if (Objects.equals(task, container.task())) {
                step.run();
            }
        });
    }

    private void after(Duration delay, Container container, Runnable step) {
        site.agenda().in(delay, () -> {
            if (containers.contains(container)) {
                step.run();
            }
        });
    }

    private Instant now() {
        return site.agenda().now();
    }
}
