package io.kws.sdk.benchmarks.jmh;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openstack4j.api.OSClient.OSClientV3;
import org.openstack4j.model.common.Identifier;
import org.openstack4j.model.compute.Flavor;
import org.openstack4j.openstack.OSFactory;

/** openstack4j with its default connector. */
@State(Scope.Thread)
public class Openstack4jCalls {
    private @Nullable OSClientV3 client;

    /** Makes them, without a connection. */
    public Openstack4jCalls() {}

    /** Logs in, on the thread that makes the calls. */
    @Setup
    public void logIn() {
        client = OSFactory.builderV3()
                .endpoint(Target.authUrl())
                .credentials("demo", "demo", Identifier.byId("default"))
                .scopeToProject(Identifier.byName("demo"), Identifier.byId("default"))
                .authenticate();
    }

    /** {@return the flavors, by one call} */
    @Benchmark
    public List<? extends Flavor> flavors() {
        return Objects.requireNonNull(client).compute().flavors().list();
    }
}
