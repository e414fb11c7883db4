package io.kws.sdk.benchmarks.scenarios;

import io.kws.sdk.benchmarks.Scenario;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** All scenarios. */
public final class Scenarios {
    private Scenarios() {}

    /** {@return the scenarios by their short names, in order} */
    public static Map<String, Scenario> all() {
        Map<String, Scenario> all = new LinkedHashMap<>();
        all.put("S1", new RentOne());
        all.put("S2", new Logins());
        all.put("S3", new Connections());
        all.put("S4", new WaitEnds());
        all.put("S5", new ManyNodes());
        all.put("S6", new SweepMany());
        all.put("S7", new Transfers());
        all.put("S8", new DeployOne());
        all.put("S9", new ColdStart());
        all.put("S10", new CallOverhead());
        all.put("S11", new RentMany());
        all.put("S12", new ClassPathSize());
        return Collections.unmodifiableMap(all);
    }
}
