package io.kws.sdk.containers;

public interface Container {
    String id();
    String name();
    String node();
    ContainerStatus status();
    java.util.List<Integer> ports();
    java.util.List<String> addresses();
    java.util.Map<String, String> labels();
    java.util.Optional<String> detail();
    java.util.Optional<String> image();
    java.util.Optional<String> reason();
    java.util.Optional<String> task();
    java.util.Optional<io.kws.sdk.rentals.Rental> rental();
    java.util.OptionalDouble cpus();
    java.util.OptionalInt exitCode();
    java.util.OptionalInt memoryMib();
}
