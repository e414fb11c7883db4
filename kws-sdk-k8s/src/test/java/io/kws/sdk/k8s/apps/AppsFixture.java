package io.kws.sdk.k8s.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kws.sdk.Node;
import io.kws.sdk.apps.App;
import io.kws.sdk.apps.AppRental;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.apps.Apps;
import io.kws.sdk.apps.ExecResult;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.rentals.RentalId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** Deploys apps of unique names, and sees to it that nothing is left of them. */
abstract class AppsFixture {
    private final String suffix = RentalId.random().value().substring(0, 5);
    private final List<RentalId> deployed = new ArrayList<>();

    /** Returns the node under test. */
    abstract Node node();

    @AfterEach
    void deleteAll() {
        deployed.forEach(rental -> apps().delete(rental.value()));
        for (RentalId rental : deployed) {
            assertThat(Traces.of(node(), rental)).isEmpty();
        }
    }

    Apps apps() {
        return node().apps();
    }

    String suffix() {
        return suffix;
    }

    /** Begins an app that serves the testbed's page of version 1. */
    AppSpec.Options web(String name) {
        return image(name, "kws/web:1");
    }

    AppSpec.Options image(String name, String image) {
        return AppSpec.builder().name(name + "-" + suffix).image(image).port(8080);
    }

    AppRental deploy(AppSpec.Options options) {
        return deploy(options.build());
    }

    AppRental deploy(AppSpec spec) {
        deployed.add(spec.rentalId());
        return apps().deploy(spec);
    }

    /** Deploys what must fail, and leave nothing. */
    <E extends KwsException> E refusal(Class<E> type, AppSpec.Options options) {
        AppSpec spec = options.build();
        deployed.add(spec.rentalId());
        E error = catchThrowableOfType(type, () -> apps().deploy(spec));
        assertThat(error).isNotNull();
        assertThat(error.receipt().isClean()).as(error.receipt().toString()).isTrue();
        assertThat(Traces.of(node(), spec.rentalId())).isEmpty();
        return error;
    }

    /** Returns what may differ, without what the cluster's own controllers note. */
    static List<Object> facts(App app) {
        return List.of(app.status(), app.reason(), app.image(), app.replicas(), app.availableReplicas(), app.url());
    }

    ExecResult exec(App app, String... command) {
        return apps().exec(app.id(), List.of(command));
    }
}
