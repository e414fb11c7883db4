package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.apps.App;
import io.kws.sdk.driver.steps.Deadline;
import io.kws.sdk.driver.steps.Waiting;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.operations.PollInterval;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that no request is lost when replicas go. A cluster tells a Pod to end at the moment at which it begins to tell
 * whoever leads requests there, such as the Ingress controller; so the Pod goes on serving for a while first (v1
 * Lifecycle, "preStop").
 *
 * @param node where
 */
public record GracefulDrain(WorkloadContext node) {
    private static final Logger LOG = LoggerFactory.getLogger(GracefulDrain.class);

    /** For how long a Pod that is to go still serves. Ingress controllers hear of it within one to four. */
    private static final int SECONDS = 5;

    /** From this version on, also the oldest machines that may be among a cluster's can pause by themselves. */
    private static final int PAUSES_ITSELF = 33;

    private static final int USUAL_GRACE_SECONDS = 30;
    private static final Duration SERVING_ON = Duration.ofSeconds(SECONDS);
    private static final Duration ROUTING = Duration.ofSeconds(10);
    private static final PollInterval PACE = new PollInterval(Duration.ofMillis(50), 0.2, Duration.ofSeconds(1));

    /**
     * Writes into a Deployment that its Pods serve on for a while when they are to go. Not where the storage can have one
     * Pod only, as nothing would serve until it is gone; nor where somebody has written what to do then.
     */
    public void prepare(ObjectNode deployment) {
        boolean isRecreated =
                deployment.path("spec").path("strategy").path("type").asText().equals("Recreate");
        if (!isRecreated
                && DeploymentJson.container(deployment) instanceof ObjectNode container
                && !container.path("lifecycle").has("preStop")) {
            ObjectNode pod = deployment.withObject("/spec/template/spec");
            int grace = pod.path("terminationGracePeriodSeconds").asInt(USUAL_GRACE_SECONDS);
            pod.put("terminationGracePeriodSeconds", grace + SECONDS);
            pause(container.withObject("/lifecycle/preStop"));
        }
    }

    /** Where the image lacks the program, the cluster notes that on the Pod and ends it at once. */
    private void pause(ObjectNode hook) {
        if (node.client().minorVersion() >= PAUSES_ITSELF) {
            hook.putObject("sleep").put("seconds", SECONDS);
        } else {
            hook.putObject("exec").putArray("command").add("sleep").add(String.valueOf(SECONDS));
        }
    }

    /**
     * Waits until replicas that are to go are gone, or have served on for as long as they do, and the app's URL leads to one
     * that serves. The app is available, so nothing that goes wrong here is an error.
     *
     * @param app the app, in its new version
     */
    public void await(JsonNode deployment, App app, Consumer<String> report) {
        if (app.replicas() == 0) {
            return;
        }
        atMost(
                SERVING_ON,
                () -> new Waiting(PACE)
                        .until(() -> going(deployment, report), List::isEmpty, going -> going + " was ending"));
        app.url().ifPresent(url -> atMost(ROUTING, () -> new IngressHosts(node).awaitServed(url, report)));
    }

    private void atMost(Duration longest, Supplier<?> wait) {
        try {
            var unused = Deadline.current().atMost(longest).during(wait);
        } catch (CancelledException e) {
            throw e;
        } catch (KwsException e) {
            LOG.debug(
                    "{}: the replicas that served before may still be there",
                    node.client().node(),
                    e);
        }
    }

    /** What has ended by itself serves nobody, and may stay for long. */
    private List<String> going(JsonNode deployment, Consumer<String> report) {
        String revision = Labels.revision(deployment);
        List<String> going = new Pods(node)
                .of(deployment).stream()
                        .filter(pod -> !Pods.isOver(pod))
                        .filter(pod -> pod.path("metadata").has("deletionTimestamp")
                                || !Labels.get(pod, Labels.REVISION).equals(revision))
                        .map(Pods::name)
                        .toList();
        if (!going.isEmpty()) {
            report.accept("replicas that served before are ending");
        }
        return going;
    }
}
