package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.steps.Deadline;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.errors.WaitTimedOutException;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.ClusterClient;
import io.kws.sdk.k8s.client.Request;
import io.kws.sdk.k8s.client.Signal;
import io.kws.sdk.k8s.client.Watch;
import io.kws.sdk.rentals.RentalId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Waits, by watching, until a version of an app is rolled out, or cannot be.
 *
 * @param client where
 * @param namespace the app's namespace
 * @param name the app's name
 */
public record Rollout(ClusterClient client, String namespace, String name) {
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    /**
     * Waits until all replicas asked for are available in the version, and no others are left.
     *
     * @param report hears of each change
     * @return the Deployment
     * @throws io.kws.sdk.errors.KwsException if it cannot be; says why in full
     * @throws WaitTimedOutException if the thread's deadline passes first; says what is known
     */
    public JsonNode await(RentalId rental, String revision, Consumer<String> report) {
        Duration words = Deadline.current().remaining().dividedBy(10);
        Deadline deadline = Deadline.after(
                Deadline.current().remaining().minus(words.compareTo(LAST_WORDS) < 0 ? words : LAST_WORDS));
        Signal news = new Signal();
        try (Watch deployments = client.watch(deploymentRequest(), news);
                Watch pods = client.watch(podRequest(rental, revision), news)) {
            return await(deployments, pods, news, new Waiting(deadline, report));
        }
    }

    private Request deploymentRequest() {
        return Request.list(ApiResource.DEPLOYMENTS, namespace).query("fieldSelector", "metadata.name=" + name);
    }

    private Request podRequest(RentalId rental, String revision) {
        return Request.list(ApiResource.PODS, namespace).query("labelSelector", Labels.selector(rental, revision));
    }

    /** What one wait knows. */
    private final class Waiting {
        private final Deadline deadline;
        private final Consumer<String> report;
        private final ProblemTimer troubles = new ProblemTimer(client.timeouts().patience());
        private String reported = "";

        Waiting(Deadline deadline, Consumer<String> report) {
            this.deadline = deadline;
            this.report = report;
        }

        /** Returns how long to wait for news. */
        Duration look(JsonNode deployment, List<JsonNode> pods) {
            long now = System.nanoTime();
            List<Problem> noted = troubles.note(Problems.of(deployment, pods), now);
            tell(state(deployment)
                    + noted.stream().findFirst().map(Waiting::word).orElse(""));
            troubles.overdue(noted, now).ifPresent(problem -> {
                throw new Diagnosis(client, namespace).error(problem);
            });
            if (deadline.hasPassed()) {
                throw outOfTime(state(deployment), noted);
            }
            Duration next = troubles.next(noted, now);
            return next.compareTo(deadline.remaining()) < 0 ? next : deadline.remaining();
        }

        private static String word(Problem problem) {
            return " (" + problem.kind().toString().toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
        }

        private void tell(String state) {
            if (!state.equals(reported)) {
                reported = state;
                report.accept(state);
            }
        }

        private WaitTimedOutException outOfTime(String state, List<Problem> noted) {
            String why = noted.stream()
                    .findFirst()
                    .map(problem -> ": " + new Diagnosis(client, namespace).tell(problem))
                    .orElse("");
            return new WaitTimedOutException("the time allowed ran out with " + state + why);
        }
    }

    private JsonNode await(Watch deployments, Watch pods, Signal news, Waiting waiting) {
        while (true) {
            Optional<List<JsonNode>> known = deployments.current();
            Optional<List<JsonNode>> knownPods = pods.current();
            Duration pause = waiting.deadline.remaining();
            if (known.isPresent()) {
                JsonNode deployment = known.get().stream()
                        .findFirst()
                        .orElseThrow(() -> new NotFoundException("the app vanished while it was waited for"));
                if (isRolledOut(deployment)) {
                    return deployment;
                }
                pause = waiting.look(deployment, knownPods.orElse(List.of()));
            } else if (waiting.deadline.hasPassed()) {
                throw new WaitTimedOutException("the time allowed ran out before the cluster told the app's state");
            }
            news.await(pause);
        }
    }

    /** Tells whether all replicas asked for are available in the newest version, and no others are left. */
    public static boolean isRolledOut(JsonNode deployment) {
        JsonNode status = deployment.path("status");
        int wanted = deployment.path("spec").path("replicas").asInt(1);
        boolean isSeen = status.path("observedGeneration").asLong()
                >= deployment.path("metadata").path("generation").asLong();
        return isSeen
                && status.path("updatedReplicas").asInt() == wanted
                && status.path("availableReplicas").asInt() == wanted
                && status.path("replicas").asInt() == wanted;
    }

    private static String state(JsonNode deployment) {
        return "%d of %d replicas available"
                .formatted(
                        deployment.path("status").path("availableReplicas").asInt(),
                        deployment.path("spec").path("replicas").asInt(1));
    }
}
