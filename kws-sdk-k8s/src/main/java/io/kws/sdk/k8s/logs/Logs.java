package io.kws.sdk.k8s.logs;

import io.kws.sdk.apps.LogLine;
import io.kws.sdk.apps.LogQuery;
import io.kws.sdk.apps.LogStream;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.k8s.client.Request;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.ObjectClient;
import io.kws.sdk.k8s.pods.PodLog;
import io.kws.sdk.k8s.pods.Pods;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads what apps have written (v1 Pod, "log").
 *
 * @param objects the cluster's objects
 */
public record Logs(ObjectClient objects) {
    /**
     * Reads the logs of an app's Pods.
     *
     * @param deployment the app's Deployment
     * @param query how much
     * @return the lines of all Pods, sorted by time
     */
    public List<LogLine> read(KubeObject deployment, LogQuery query) {
        return objects.list(Pods.of(deployment)).stream()
                .flatMap(pod -> readPod(pod, query))
                .sorted(Comparator.comparing(LogLine::time))
                .toList();
    }

    /**
     * Follows the logs of an app's Pods, those of later Pods included.
     *
     * @param deployment the app's Deployment
     * @param query how much of the logs that exist already
     * @return the lines, to be closed
     */
    public LogStream follow(KubeObject deployment, LogQuery query) {
        return LogFollower.of(objects, deployment, request -> limited(request, query));
    }

    /** A Pod that has not begun to run has written nothing, and one that is just gone cannot be read. */
    private Stream<LogLine> readPod(KubeObject pod, LogQuery query) {
        Request log = limited(PodLog.request(pod.namespace(), pod.name()), query);
        try {
            return PodLog.lines(pod.name(), objects.client().text(log));
        } catch (InvalidRequestException | NotFoundException e) {
            return Stream.empty();
        }
    }

    private static Request limited(Request log, LogQuery query) {
        Request request = log.query("tailLines", String.valueOf(query.tailLines()));
        return query.since()
                .map(age -> request.query("sinceSeconds", String.valueOf(age.toSeconds())))
                .orElse(request);
    }
}
