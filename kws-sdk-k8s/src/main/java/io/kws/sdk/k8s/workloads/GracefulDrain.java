package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.apps.App;
import io.kws.sdk.driver.steps.Deadline;
import io.kws.sdk.driver.steps.Waiting;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.k8s.objects.ClusterContext;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.Labels;
import io.kws.sdk.k8s.pods.Pods;
import io.kws.sdk.operations.PollInterval;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps requests from failing when replicas end. A cluster stops a Pod at the same time as it begins to tell the ingress
 * controller not to send requests there, so the Pod continues to serve for a while first (v1 Lifecycle, "preStop").
 *
 * @param node the node
 */
public record GracefulDrain(ClusterContext node) {
    private static final Logger LOG = LoggerFactory.getLogger(GracefulDrain.class);

    /** How long a Pod that is to end continues to serve. Ingress controllers learn of its end within one to four seconds. */
    private static final int SECONDS = 5;

    /** From this version on, even the oldest machines that a cluster may have know the sleep action. */
    private static final int HAS_SLEEP_ACTION = 33;

    private static final int DEFAULT_GRACE_SECONDS = 30;
    private static final Duration SERVING = Duration.ofSeconds(SECONDS);
    private static final Duration ROUTING = Duration.ofSeconds(10);
    private static final PollInterval POLL = new PollInterval(Duration.ofMillis(50), 0.2, Duration.ofSeconds(1));

    /**
     * Makes the Pods of a Deployment continue to serve for a while when they are to end. Not if their storage can serve one
     * Pod only, as nothing would serve until it is gone; nor if the Deployment has a hook of its own.
     *
     * @param deployment the Deployment, which is edited
     */
    public void prepare(ObjectNode deployment) {
        Deployment read = new Deployment(new KubeObject(deployment));
        if (!read.isRecreated()
                && read.container() instanceof ObjectNode container
                && !container.path("lifecycle").has("preStop")) {
            ObjectNode pod = deployment.withObject("/spec/template/spec");
            int grace = pod.path("terminationGracePeriodSeconds").asInt(DEFAULT_GRACE_SECONDS);
            pod.put("terminationGracePeriodSeconds", grace + SECONDS);
            pause(container.withObject("/lifecycle/preStop"));
        }
    }

    /** If the image has no {@code sleep}, the cluster notes that on the Pod and stops it at once. */
    private void pause(ObjectNode hook) {
        if (node.client().minorVersion() >= HAS_SLEEP_ACTION) {
            hook.putObject("sleep").put("seconds", SECONDS);
        } else {
            hook.putObject("exec").putArray("command").add("sleep").add(String.valueOf(SECONDS));
        }
    }

    /**
     * Waits until the replicas that are to end are gone, or have served as long as they do, and the app's URL is answered by
     * one that stays. The app is available, so a failure here is not an error.
     *
     * @param deployment the app's Deployment, in the new version
     * @param app the app, in its new version
     * @param report receives what is waited for
     */
    public void await(KubeObject deployment, App app, Consumer<String> report) {
        if (app.replicas() == 0) {
            return;
        }
        atMost(
                SERVING,
                () -> new Waiting(POLL)
                        .until(() -> ending(deployment, report), List::isEmpty, ending -> ending + " was ending"));
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

    /** A Pod that has ended by itself serves nothing, and may stay for long. */
    private List<String> ending(KubeObject deployment, Consumer<String> report) {
        String revision = new Deployment(deployment).revision();
        List<String> ending = node.objects().list(Pods.of(deployment)).stream()
                .filter(pod -> !Pods.hasEnded(pod))
                .filter(pod ->
                        pod.isBeingDeleted() || !pod.label(Labels.REVISION).equals(revision))
                .map(KubeObject::name)
                .toList();
        if (!ending.isEmpty()) {
            report.accept("replicas that served before are ending");
        }
        return ending;
    }
}
