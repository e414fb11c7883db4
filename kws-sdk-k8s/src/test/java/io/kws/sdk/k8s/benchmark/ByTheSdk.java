package io.kws.sdk.k8s.benchmark;

import io.kws.sdk.Kws;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.apps.Apps;
import io.kws.sdk.errors.WaitTimedOutException;
import io.kws.sdk.k8s.Testbed;
import java.time.Duration;

/** The SDK. */
final class ByTheSdk extends Contestant {
    private final Apps apps;

    private ByTheSdk(Apps apps) {
        this.apps = apps;
    }

    public static void main(String[] args) throws Exception {
        try (Kws kws = Testbed.connect()) {
            new ByTheSdk(kws.node("k1").apps()).run(args);
        }
    }

    private static AppSpec.Options web(String name) {
        return AppSpec.builder().name(name).image("kws/web:1").port(8080);
    }

    @Override
    protected void deploy(String name) {
        apps.deploy(web(name).build());
    }

    @Override
    protected void delete(String name) {
        apps.delete(name);
    }

    @Override
    protected void read() {
        apps.find("default/absent");
    }

    @Override
    protected void deployInVain(String name, int seconds) {
        try {
            apps.deploy(web(name)
                    .healthPath("/absent")
                    .readyWithin(Duration.ofSeconds(seconds))
                    .build());
        } catch (WaitTimedOutException e) {
            return; // as it should be
        }
        throw new IllegalStateException("it got ready");
    }
}
