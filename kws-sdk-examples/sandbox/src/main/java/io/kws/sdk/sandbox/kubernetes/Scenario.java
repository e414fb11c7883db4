package io.kws.sdk.sandbox.kubernetes;

import io.kws.sdk.sandbox.guest.Registry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What is scripted: the machine's room, images that cannot be had, apps that do not work. The node's lock guards it. */
final class Scenario {
    private final Map<String, Quantity> capacity = new TreeMap<>();
    private final Map<String, String> pulls = new HashMap<>();
    private final Map<String, Crash> crashes = new HashMap<>();
    private final Map<String, String> probes = new HashMap<>();
    private final Set<String> images = new HashSet<>();
    private int serviceAddresses;
    private int podAddresses;

    Scenario() {
        capacity(8_000, 16_384, 110);
    }

    /**
     * How an app ends.
     *
     * @param exitCode its exit code
     * @param output what it writes before
     */
    record Crash(int exitCode, String output) {}

    Map<String, Quantity> capacity() {
        return capacity;
    }

    void capacity(int cpuMillis, int memoryMib, int pods) {
        capacity.put("cpu", Quantity.read(cpuMillis + "m"));
        capacity.put("memory", Quantity.read(memoryMib + "Mi"));
        capacity.put("pods", Quantity.of(pods));
    }

    String nextServiceAddress() {
        serviceAddresses++;
        return "10.96.%d.%d".formatted(serviceAddresses / 250, serviceAddresses % 250 + 1);
    }

    String nextPodAddress() {
        podAddresses++;
        return "10.244.%d.%d".formatted(podAddresses / 250 % 250, podAddresses % 250 + 1);
    }

    void addImage(String image) {
        images.add(image);
    }

    void failPulls(String image, String reason) {
        pulls.put(image, reason);
    }

    void crash(String image, Crash crash) {
        crashes.put(image, crash);
    }

    void failProbes(String image, String reason) {
        probes.put(image, reason);
    }

    /** Forgets what goes wrong, but neither the images nor the room. */
    void heal() {
        pulls.clear();
        crashes.clear();
        probes.clear();
    }

    /** Why an image cannot be pulled; empty if it can. */
    Optional<String> pullFailure(String image) {
        String scripted = pulls.get(image);
        if (scripted != null) {
            return Optional.of(scripted);
        }
        return images.contains(image) || Registry.has(image) ? Optional.empty() : Optional.of(Registry.notFound(image));
    }

    Optional<Crash> crash(String image) {
        return Optional.ofNullable(crashes.get(image));
    }

    Optional<String> probeFailure(String image) {
        return Optional.ofNullable(probes.get(image));
    }
}
