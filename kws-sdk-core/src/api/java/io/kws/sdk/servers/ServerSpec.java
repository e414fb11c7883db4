package io.kws.sdk.servers;

public abstract class ServerSpec implements io.kws.sdk.rentals.RentalSpec {
    ServerSpec() {}
    public abstract String flavor();
    public abstract String image();
    public abstract String name();
    public abstract java.util.List<String> securityGroups();
    public abstract java.util.List<Port> reachableOn();
    public abstract java.util.Map<String, String> metadata();
    public abstract java.util.Optional<String> availabilityZone();
    public abstract java.util.Optional<String> externalNetwork();
    public abstract java.util.Optional<String> network();
    public abstract java.util.Optional<String> user();
    public abstract java.util.OptionalInt bootVolumeGib();
    public CloudInit cloudInit() { throw null; }
    public FloatingIp floatingIp() { throw null; }
    public Login login() { throw null; }
    public Readiness readyWhen() { throw null; }
    public java.time.Duration readyWithin() { throw null; }
    public static ServerSpec.NeedsName builder() { throw null; }

    public interface NeedsFlavor {
        ServerSpec.Options flavor(String flavor);
    }

    public interface NeedsImage {
        ServerSpec.NeedsFlavor image(String image);
    }

    public interface NeedsName {
        ServerSpec.NeedsImage name(String name);
    }

    public interface Options extends io.kws.sdk.rentals.RentalTerms<ServerSpec.Options> {
        default ServerSpec.Options reachableOn(Port... ports) { throw null; }
        ServerSpec build();
        ServerSpec.Options availabilityZone(String availabilityZone);
        ServerSpec.Options bootVolumeGib(int bootVolumeGib);
        ServerSpec.Options cloudInit(CloudInit cloudInit);
        ServerSpec.Options externalNetwork(String externalNetwork);
        ServerSpec.Options floatingIp(FloatingIp floatingIp);
        ServerSpec.Options login(Login login);
        ServerSpec.Options metadata(java.util.Map<String, ? extends String> metadata);
        ServerSpec.Options network(String network);
        ServerSpec.Options reachableOn(Iterable<? extends Port> ports);
        ServerSpec.Options readyWhen(Readiness readyWhen);
        ServerSpec.Options securityGroups(Iterable<String> namesOrIds);
        ServerSpec.Options user(String user);
    }
}
