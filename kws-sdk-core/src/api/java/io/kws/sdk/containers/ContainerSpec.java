package io.kws.sdk.containers;

public abstract class ContainerSpec implements io.kws.sdk.rentals.RentalSpec {
    ContainerSpec() {}
    public abstract String image();
    public abstract String name();
    public abstract java.util.List<String> command();
    public abstract java.util.List<io.kws.sdk.servers.Port> exposedPorts();
    public abstract java.util.Map<String, String> environment();
    public abstract java.util.Map<String, String> labels();
    public abstract java.util.Optional<String> network();
    public abstract java.util.OptionalDouble cpus();
    public abstract java.util.OptionalInt memoryMib();
    public ImageDriver imageDriver() { throw null; }
    public RestartPolicy restartPolicy() { throw null; }
    public java.time.Duration readyWithin() { throw null; }
    public static ContainerSpec.NeedsName builder() { throw null; }

    public interface NeedsImage {
        ContainerSpec.Options image(String image);
    }

    public interface NeedsName {
        ContainerSpec.NeedsImage name(String name);
    }

    public interface Options extends io.kws.sdk.rentals.RentalTerms<ContainerSpec.Options> {
        default ContainerSpec.Options command(String... commandAndArguments) { throw null; }
        default ContainerSpec.Options exposedPorts(io.kws.sdk.servers.Port... ports) { throw null; }
        ContainerSpec build();
        ContainerSpec.Options command(Iterable<String> commandAndArguments);
        ContainerSpec.Options cpus(double cpus);
        ContainerSpec.Options environment(java.util.Map<String, ? extends String> environment);
        ContainerSpec.Options exposedPorts(Iterable<? extends io.kws.sdk.servers.Port> ports);
        ContainerSpec.Options imageDriver(ImageDriver imageDriver);
        ContainerSpec.Options labels(java.util.Map<String, ? extends String> labels);
        ContainerSpec.Options memoryMib(int memoryMib);
        ContainerSpec.Options network(String network);
        ContainerSpec.Options restartPolicy(RestartPolicy restartPolicy);
    }
}
