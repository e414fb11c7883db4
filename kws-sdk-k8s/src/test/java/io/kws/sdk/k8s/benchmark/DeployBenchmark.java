package io.kws.sdk.k8s.benchmark;

import com.google.gson.reflect.TypeToken;
import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.apis.AppsV1Api;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.util.Watch;
import io.kws.sdk.k8s.Testbed;
import io.kws.sdk.rentals.RentalId;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;

/**
 * Deploys an app on the testbed by each client in turns, and prints the medians. Each attempt is a new JVM that has deployed
 * one app before. When a Deployment became available is noted by a watch of this process.
 *
 * <pre>java -cp CLASSPATH io.kws.sdk.k8s.benchmark.DeployBenchmark ROUNDS SECONDS CLIENT=CLASSPATH...</pre>
 */
final class DeployBenchmark {
    private final Map<String, String> clients = new LinkedHashMap<>();
    private final Map<String, Long> available = new ConcurrentHashMap<>();
    private final Map<String, List<Long>> measured = new LinkedHashMap<>();

    public static void main(String[] args) throws Exception {
        DeployBenchmark benchmark = new DeployBenchmark();
        for (String client : List.of(args).subList(2, args.length)) {
            benchmark.clients.put(client.substring(0, client.indexOf('=')), client.substring(client.indexOf('=') + 1));
        }
        benchmark.observe();
        benchmark.measure(Integer.parseInt(args[0]), args[1]);
        System.exit(0);
    }

    private void measure(int rounds, String seconds) throws Exception {
        for (int round = 0; round < rounds; round++) {
            for (String client : clients.keySet()) {
                deploy(client);
            }
            for (String client : clients.keySet()) {
                coldStart(client);
            }
        }
        for (String client : clients.keySet()) {
            note(client, "cpu ms while waiting " + seconds + " s", value(run(client, "wait", name(), seconds), "cpu"));
        }
        measured.forEach(
                (what, values) -> System.out.printf("%-60s median %6d ms of %s%n", what, median(values), values));
    }

    private void deploy(String client) throws Exception {
        String name = name();
        String told = run(client, "deploy", name);
        note(client, "deploy", value(told, "took"));
        note(client, "available to returned", value(told, "returned") - available.getOrDefault(name, 0L));
    }

    private void coldStart(String client) throws Exception {
        long begun = System.nanoTime();
        run(client, "cold", name());
        note(client, "new JVM, one call, end", (System.nanoTime() - begun) / 1_000_000);
    }

    private static String name() {
        return "bench-" + RentalId.random();
    }

    private void note(String client, String what, long millis) {
        String key = what + ": " + client.replaceAll(".*\\.", "");
        measured.computeIfAbsent(key, unused -> new ArrayList<>()).add(millis);
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static long value(String told, String key) {
        return Long.parseLong(told.replaceAll("(?s).*\\b" + key + "=(\\d+).*", "$1"));
    }

    private String run(String client, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                String.valueOf(clients.get(client)),
                client,
                args[0],
                Testbed.KUBECONFIG.toString()));
        command.addAll(List.of(args).subList(1, args.length));
        Process process =
                new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(client + " failed: " + told);
        }
        return told;
    }

    private void observe() {
        Thread observer = new Thread(() -> {
            while (true) {
                try {
                    watch(ByClientJava.client(Testbed.KUBECONFIG).setReadTimeout(0));
                } catch (Exception e) {
                    System.err.println("The observer begins anew: " + e);
                }
            }
        });
        observer.setDaemon(true);
        observer.start();
    }

    private void watch(ApiClient client) throws Exception {
        Call all = new AppsV1Api(client)
                .listNamespacedDeployment("default")
                .watch(true)
                .buildCall(null);
        try (Watch<V1Deployment> watch =
                Watch.createWatch(client, all, new TypeToken<Watch.Response<V1Deployment>>() {}.getType())) {
            watch.forEach(event -> look(event.object));
        }
    }

    private void look(V1Deployment deployment) {
        var status = deployment.getStatus();
        if (status != null && status.getAvailableReplicas() != null) {
            available.putIfAbsent(deployment.getMetadata().getName(), System.currentTimeMillis());
        }
    }
}
