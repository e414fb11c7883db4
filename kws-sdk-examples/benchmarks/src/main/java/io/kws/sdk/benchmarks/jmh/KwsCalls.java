package io.kws.sdk.benchmarks.jmh;

import io.kws.sdk.Kws;
import io.kws.sdk.apps.App;
import io.kws.sdk.config.KwsConfig;
import io.kws.sdk.flavors.Flavor;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The SDK. */
@State(Scope.Benchmark)
public class KwsCalls {
    private Kws kws = Kws.builder().build();

    /** Makes them, without a connection. */
    public KwsCalls() {}

    /** Connects. */
    @Setup
    public void connect() {
        kws = Kws.builder().config(KwsConfig.load(Target.file("kws.yaml"))).build();
    }

    /** {@return the flavors, by one call} */
    @Benchmark
    public List<Flavor> flavors() {
        return kws.node("kws1").flavors().list();
    }

    /** {@return the apps, by three calls} */
    @Benchmark
    public List<App> apps() {
        return kws.node("kws1").apps().list();
    }

    /** Disconnects. */
    @TearDown
    public void close() {
        kws.close();
    }
}
