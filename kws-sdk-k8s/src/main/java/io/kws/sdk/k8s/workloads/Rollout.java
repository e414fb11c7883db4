package io.kws.sdk.k8s.workloads;

import io.kws.sdk.driver.steps.Deadline;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.errors.WaitTimedOutException;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.Signal;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.Labels;
import io.kws.sdk.k8s.objects.ObjectClient;
import io.kws.sdk.k8s.objects.ObjectQuery;
import io.kws.sdk.k8s.objects.ObjectWatch;
import io.kws.sdk.k8s.pods.Diagnosis;
import io.kws.sdk.k8s.pods.Problem;
import io.kws.sdk.k8s.pods.ProblemTimer;
import io.kws.sdk.k8s.pods.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Waits, by watching, until a version of an app is rolled out, or fails.
 *
 * @param objects the cluster's objects
 * @param deployment the app's Deployment, with the version to wait for
 * @param fallback what happens to the app if the rollout fails, such as {@code the app keeps running nginx:1.27}; empty for
 *     nothing
 */
public record Rollout(ObjectClient objects, Deployment deployment, String fallback) {
    private static final Duration TIME_TO_EXPLAIN = Duration.ofSeconds(2);

    /**
     * Waits until all replicas asked for are available in the version, and no others are left.
     *
     * @param report receives each change of the state
     * @return the Deployment
     * @throws io.kws.sdk.errors.KwsException if the rollout fails; explains why
     * @throws WaitTimedOutException if the thread's deadline passes first; says what is known
     */
    public KubeObject await(Consumer<String> report) {
        Duration tenth = Deadline.current().remaining().dividedBy(10);
        Deadline deadline = Deadline.after(
                Deadline.current().remaining().minus(tenth.compareTo(TIME_TO_EXPLAIN) < 0 ? tenth : TIME_TO_EXPLAIN));
        KubeObject app = deployment.object();
        Signal changed = new Signal();
        try (ObjectWatch deployments = objects.watch(
                        ObjectQuery.of(ApiResource.DEPLOYMENTS, app.namespace()).named(app.name()), changed);
                ObjectWatch pods = objects.watch(
                        ObjectQuery.of(ApiResource.PODS, app.namespace())
                                .labelled(Labels.selector(app.rental(), deployment.revision())),
                        changed)) {
            return await(deployments, pods, changed, new Progress(deadline, report));
        }
    }

    private KubeObject await(ObjectWatch deployments, ObjectWatch pods, Signal changed, Progress progress) {
        while (true) {
            Optional<List<KubeObject>> known = deployments.current();
            Optional<List<KubeObject>> knownPods = pods.current();
            Duration pause = progress.deadline.remaining();
            if (known.isPresent()) {
                KubeObject now = known.get().stream()
                        .findFirst()
                        .orElseThrow(() -> new NotFoundException("the app was deleted meanwhile"));
                if (new Deployment(now).isRolledOut()) {
                    return now;
                }
                pause = progress.check(now, knownPods.orElse(List.of()));
            } else if (progress.deadline.hasPassed()) {
                throw new WaitTimedOutException("timed out before the cluster reported the state of the app");
            }
            changed.await(pause);
        }
    }

    /** The state of one wait. */
    private final class Progress {
        private final Deadline deadline;
        private final Consumer<String> report;
        private final ProblemTimer problems =
                new ProblemTimer(objects.client().timeouts().patience());
        private final Diagnosis diagnosis =
                new Diagnosis(objects, deployment.object().namespace(), deployment.image(), fallback);
        private String reported = "";

        Progress(Deadline deadline, Consumer<String> report) {
            this.deadline = deadline;
            this.report = report;
        }

        /** Returns how long to wait for the next change. */
        Duration check(KubeObject now, List<KubeObject> pods) {
            long nanos = System.nanoTime();
            String state = new Deployment(now).state();
            List<Problem> noted = problems.note(Problems.of(now, pods), nanos);
            report(state + noted.stream().findFirst().map(Progress::word).orElse(""));
            problems.overdue(noted, nanos).ifPresent(problem -> {
                throw diagnosis.error(problem);
            });
            if (deadline.hasPassed()) {
                throw timedOut(state, noted);
            }
            Duration next = problems.next(noted, nanos);
            return next.compareTo(deadline.remaining()) < 0 ? next : deadline.remaining();
        }

        private static String word(Problem problem) {
            return " (" + problem.kind().toString().toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
        }

        private void report(String state) {
            if (!state.equals(reported)) {
                reported = state;
                report.accept(state);
            }
        }

        private WaitTimedOutException timedOut(String state, List<Problem> noted) {
            String reason = noted.stream()
                    .findFirst()
                    .map(problem -> ": " + diagnosis.explain(problem))
                    .orElse("");
            return new WaitTimedOutException("timed out with " + state + reason);
        }
    }
}
