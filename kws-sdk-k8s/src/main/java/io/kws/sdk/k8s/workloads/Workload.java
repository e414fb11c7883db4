package io.kws.sdk.k8s.workloads;

import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.rentals.Rental;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What is to be deployed: an app, or what is made like one. Prints no secret. Immutable.
 *
 * @param kind what it is
 * @param spec what it is made of
 * @param store where its storage comes from, if the spec asks for some
 */
public record Workload(WorkloadKind kind, AppSpec spec, StorageSource store) {
    public static Workload app(AppSpec spec) {
        return new Workload(WorkloadKind.APP, spec, new NewStorage());
    }

    /** Returns the rental that begins now. */
    Rental rental() {
        return rentalFrom(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    Rental rentalFrom(Instant start) {
        return Rental.of(spec, start);
    }
}
