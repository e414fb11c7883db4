package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.sandbox.guest.Shell;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Pulls the images of containers, starts them, asks how they are, and starts them again when they end. */
final class ContainerLife {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final int MOST_DOUBLINGS = 5;
    private static final Duration PROBE_PAUSE = Duration.ofSeconds(50);

    private final Cluster cluster;
    private final Clock clock;
    private final Events events;
    private final Consumer<PodRun> changed;

    ContainerLife(Cluster cluster, Consumer<PodRun> changed) {
        this.cluster = cluster;
        this.clock = new Clock(cluster.site());
        this.events = new Events(cluster);
        this.changed = changed;
    }

    private void note(PodRun run, Container container, String type, String reason, String message) {
        events.tell(run.pod(), container.name(), new Events.Note(Events.KUBELET, type, reason, message));
    }

    /** Does something later, unless the container has gone on to something else by then. */
    private void later(Duration real, PodRun run, Container container, Runnable work) {
        int step = container.step();
        cluster.site().agenda().in(clock.scaled(real), () -> {
            boolean isThere = cluster.find(Kind.PODS, run.pod())
                    .filter(pod -> !Meta.isGoing(pod))
                    .isPresent();
            if (isThere && container.step() == step) {
                work.run();
            }
        });
    }

    /** Pulls the image and starts the container. */
    void begin(PodRun run, Container container) {
        begin(run, container, 0);
    }

    private void begin(PodRun run, Container container, int failures) {
        String image = container.image();
        if (!image.replaceFirst("[:@][^/]*$", "").equals(lowerCase(image))) {
            wait(run, container, "InvalidImageName", invalid(image));
            note(run, container, Events.WARNING, "InspectFailed", invalid(image));
            note(run, container, Events.WARNING, "Failed", "Error: InvalidImageName");
            return;
        }
        Optional<String> failure = cluster.scenario().pullFailure(image);
        if (failure.isPresent()) {
            failPull(run, container, failure.get(), failures);
            return;
        }
        note(run, container, Events.NORMAL, "Pulled", "Container image \"" + image + "\" already present on machine");
        create(run, container, failures);
    }

    private static String lowerCase(String image) {
        return image.replaceFirst("[:@][^/]*$", "").replaceAll("[^a-z0-9._/:-]", "");
    }

    private static String invalid(String image) {
        return "Failed to apply default image tag \"%s\": couldn't parse image reference \"%s\": invalid reference format: repository name must be lowercase"
                .formatted(image, image);
    }

    private void wait(PodRun run, Container container, String reason, String message) {
        container.waitsAgain(Container.waiting(reason, message));
        changed.accept(run);
    }

    private void failPull(PodRun run, Container container, String why, int failures) {
        String image = container.image();
        note(run, container, Events.NORMAL, "Pulling", "Pulling image \"" + image + "\"");
        note(run, container, Events.WARNING, "Failed", "Failed to pull image \"" + image + "\": " + why);
        note(run, container, Events.WARNING, "Failed", "Error: ErrImagePull");
        wait(run, container, "ErrImagePull", why);
        later(Duration.ofSeconds(2), run, container, () -> {
            note(run, container, Events.NORMAL, "BackOff", "Back-off pulling image \"" + image + "\"");
            note(run, container, Events.WARNING, "Failed", "Error: ImagePullBackOff");
            wait(run, container, "ImagePullBackOff", "Back-off pulling image \"" + image + "\"");
            later(pause(failures), run, container, () -> begin(run, container, failures + 1));
        });
    }

    private static Duration pause(int failures) {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    }

    private void create(PodRun run, Container container, int failures) {
        try {
            Map<String, String> variables = new Variables(cluster.store(), podNow(run)).of(container.spec());
            note(run, container, Events.NORMAL, "Created", "Created container " + container.name());
            start(run, container, variables);
        } catch (Variables.Missing e) {
            String why = String.valueOf(e.getMessage());
            note(run, container, Events.WARNING, "Failed", "Error: " + why);
            wait(run, container, "CreateContainerConfigError", why);
            later(pause(failures), run, container, () -> begin(run, container, failures + 1));
        }
    }

    private JsonNode podNow(PodRun run) {
        return cluster.find(Kind.PODS, run.pod()).orElse(run.pod());
    }

    private void start(PodRun run, Container container, Map<String, String> variables) {
        Shell.Run what = program(run, container, variables);
        if (!what.problem().isEmpty()) {
            note(run, container, Events.WARNING, "Failed", "Error: " + what.problem());
            end(run, container, 128, "StartError", what.problem());
            return;
        }
        note(run, container, Events.NORMAL, "Started", "Started container " + container.name());
        Instant now = clock.now();
        container.runs(what, variables, now);
        container.write(lines(what, now));
        changed.accept(run);
        boolean isKilled = what.isHungry();
        boolean hasLimit = container.spec().at("/resources/limits").has("memory");
        if (what.exitCode().isPresent() && (!isKilled || hasLimit)) {
            int code = what.exitCode().getAsInt();
            String reason = isKilled ? "OOMKilled" : code == 0 ? "Completed" : "Error";
            later(what.after(), run, container, () -> end(run, container, code, reason, ""));
        } else {
            later(Duration.ofSeconds(1), run, container, () -> probe(run, container));
        }
    }

    /** Lines that come later are looked for then. */
    private List<Container.LogLine> lines(Shell.Run what, Instant begun) {
        List<Container.LogLine> lines = new ArrayList<>();
        for (Shell.Line line : what.lines()) {
            boolean isLater = !line.after().isZero();
            Duration after = isLater ? clock.scaled(line.after()) : Duration.ZERO;
            lines.add(new Container.LogLine(begun.plus(after).plusNanos(lines.size()), line.text()));
            if (isLater) {
                cluster.site().agenda().in(after.plusNanos(lines.size()), () -> {});
            }
        }
        return lines;
    }

    private Shell.Run program(PodRun run, Container container, Map<String, String> variables) {
        Optional<Scenario.Crash> crash = cluster.scenario().crash(container.image());
        if (crash.isPresent()) {
            return ImagePrograms.ending(crash.get().exitCode(), crash.get().output());
        }
        return ImagePrograms.of(container, variables, run.files());
    }

    private void end(PodRun run, Container container, int code, String reason, String message) {
        container.ends(code, reason, message, clock.now());
        changed.accept(run);
        String policy = run.pod().at("/spec/restartPolicy").asText();
        boolean isRestarted = policy.equals("Always") || (policy.equals("OnFailure") && code != 0);
        if (!isRestarted) {
            return;
        }
        if (container.restarts() == 0) {
            later(Duration.ofSeconds(1), run, container, () -> restart(run, container));
            return;
        }
        Duration pause = pause(container.restarts() - 1);
        String waits = "back-off %ds restarting failed container=%s pod=%s_%s(%s)"
                .formatted(
                        pause.toSeconds(),
                        container.name(),
                        Meta.name(run.pod()),
                        Meta.namespace(run.pod()),
                        Meta.uid(run.pod()));
        note(run, container, Events.WARNING, "BackOff", "Back-off restarting failed container");
        wait(run, container, "CrashLoopBackOff", waits);
        later(pause, run, container, () -> restart(run, container));
    }

    private void restart(PodRun run, Container container) {
        container.restart();
        begin(run, container, 0);
    }

    /** Stops a container from outside. */
    void kill(PodRun run, Container container) {
        note(run, container, Events.NORMAL, "Killing", "Stopping container " + container.name());
        container.stop();
        changed.accept(run);
    }

    /** Asks whether a container that runs is ready, and again later if it is not. */
    void probe(PodRun run, Container container) {
        if (!container.isRunning() || container.run().isEmpty()) {
            return;
        }
        Optional<String> problem = new Probes(cluster.scenario()).problem(run, container);
        problem.ifPresent(why -> {
            note(run, container, Events.WARNING, "Unhealthy", "Readiness probe failed: " + why);
            later(PROBE_PAUSE, run, container, () -> probe(run, container));
        });
        container.ready(problem.isEmpty());
        changed.accept(run);
    }
}
