package io.kws.sdk.containers;

public abstract class Container {
    Container() {}
    public String detail() { throw null; }
    public String image() { throw null; }
    public String reason() { throw null; }
    public String task() { throw null; }
    public abstract String id();
    public abstract String name();
    public abstract String node();
    public abstract ContainerStatus status();
    public abstract java.util.List<Integer> ports();
    public abstract java.util.List<String> addresses();
    public abstract java.util.Map<String, String> labels();
    public double cpus() { throw null; }
    public int memoryMib() { throw null; }
    public java.util.Optional<io.kws.sdk.rentals.Rental> rental() { throw null; }
    public java.util.OptionalInt exitCode() { throw null; }
    public static Container.Builder builder() { throw null; }

    public interface Builder {
        Container build();
        Container.Builder addresses(Iterable<String> addresses);
        Container.Builder cpus(double cpus);
        Container.Builder detail(String detail);
        Container.Builder id(String id);
        Container.Builder image(String image);
        Container.Builder labels(java.util.Map<String, ? extends String> labels);
        Container.Builder memoryMib(int memoryMib);
        Container.Builder name(String name);
        Container.Builder node(String node);
        Container.Builder ports(Iterable<Integer> ports);
        Container.Builder reason(String reason);
        Container.Builder status(ContainerStatus status);
        Container.Builder task(String task);
    }
}
