package io.kws.sdk.benchmarks.scenarios;

import com.google.gson.reflect.TypeToken;
import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.apis.AppsV1Api;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.util.Watch;
import io.kws.sdk.benchmarks.Answer;
import io.kws.sdk.benchmarks.Contestant;
import io.kws.sdk.benchmarks.Peer;
import io.kws.sdk.benchmarks.Row;
import io.kws.sdk.benchmarks.Samples;
import io.kws.sdk.benchmarks.Unit;
import io.kws.sdk.benchmarks.clients.ByClientJava;
import io.kws.sdk.rentals.RentalId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;

/** Deploys apps on a cluster by several clients; a watch of its own sees when each app became available. */
final class Deploys implements AutoCloseable {
    private static final String PORTAL = "client-java, a portal's way";
    private static final String WAIT_UTILS = "client-java, WaitUtils";

    private final ApiClient observer;
    private final Map<String, Long> available = new ConcurrentHashMap<>();
    private final Samples times = new Samples();
    private final Samples lags = new Samples();
    private volatile boolean closed;

    Deploys(Path kubeconfig) {
        try {
            this.observer = ByClientJava.client(kubeconfig).setReadTimeout(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::observe, "observer");
        thread.setDaemon(true);
        thread.start();
    }

    /** Lets a client deploy, without looking at the time. */
    void warmUp(Contestant contestant) {
        for (String way : ways(contestant.peer())) {
            deploy(contestant, way, new Samples(), new Samples());
        }
    }

    /** Lets a client deploy in each of its ways. */
    void deploy(Contestant contestant) {
        for (String way : ways(contestant.peer())) {
            deploy(contestant, way, times, lags);
        }
    }

    private static List<String> ways(Peer peer) {
        return peer == Peer.CLIENT_JAVA ? List.of(PORTAL, WAIT_UTILS) : List.of(peer.title());
    }

    private void deploy(Contestant contestant, String way, Samples took, Samples late) {
        String app = "bench-" + RentalId.random();
        Answer answer = contestant.must(way.equals(PORTAL) ? "portal" : "deploy", "kws1", app);
        took.add(way, answer.seconds());
        late.add(way, (answer.value("ended") - whenAvailable(app)) / 1000.0);
        contestant.must("delete", "kws1", app);
    }

    /** The watch may be a moment behind. */
    private long whenAvailable(String app) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!available.containsKey(app) && System.nanoTime() < end) {
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        Long time = available.get(app);
        if (time == null) {
            throw new IllegalStateException(app + " was never seen to be available");
        }
        return time;
    }

    /** Returns how long deploys took. */
    Row times() {
        return row(times, "time", Unit.SECONDS);
    }

    /** Returns how long after an app was available a deploy returned. */
    Row lags() {
        return row(lags, "app: available until returned", Unit.MILLIS);
    }

    private static Row row(Samples samples, String what, Unit unit) {
        Row row = Row.of(what, unit, samples.median(Peer.KWS.title()));
        for (String way : List.of(PORTAL, WAIT_UTILS, Peer.FABRIC8.title())) {
            row = row.beside(way, samples.median(way));
        }
        return row;
    }

    private void observe() {
        while (!closed) {
            try {
                Call all = new AppsV1Api(observer)
                        .listNamespacedDeployment("default")
                        .watch(true)
                        .buildCall(null);
                try (Watch<V1Deployment> watch =
                        Watch.createWatch(observer, all, new TypeToken<Watch.Response<V1Deployment>>() {}.getType())) {
                    watch.forEach(event -> note(event.object));
                }
            } catch (Exception e) {
                pause(); // it begins anew: watches end by themselves
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(V1Deployment deployment) {
        var status = deployment.getStatus();
        if (status != null && status.getAvailableReplicas() != null) {
            available.putIfAbsent(
                    deployment.getMetadata().getName(), ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));
        }
    }

    /** Ends the watch. */
    @Override
    public void close() {
        closed = true;
        observer.getHttpClient().dispatcher().cancelAll();
        observer.getHttpClient().dispatcher().executorService().shutdown();
        observer.getHttpClient().connectionPool().evictAll();
    }
}
