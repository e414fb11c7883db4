package io.kws.sdk.k8s.workloads;

import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.k8s.storage.NewStorage;
import io.kws.sdk.k8s.storage.StorageSource;
import io.kws.sdk.rentals.Rental;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An app or IDE to be deployed. Prints no secret. Immutable.
 *
 * @param kind what it is
 * @param spec its specification, that of an IDE as an app
 * @param store provides its storage, if the specification asks for some
 */
public record Workload(WorkloadKind kind, AppSpec spec, StorageSource store) {
    /**
     * Returns an app, with storage that is deleted with it.
     *
     * @param spec its specification
     * @return the app
     */
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
