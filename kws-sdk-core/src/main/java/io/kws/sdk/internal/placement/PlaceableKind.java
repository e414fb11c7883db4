package io.kws.sdk.internal.placement;

import io.kws.sdk.apps.AppRental;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.apps.Apps;
import io.kws.sdk.buckets.BucketRental;
import io.kws.sdk.buckets.BucketSpec;
import io.kws.sdk.buckets.Buckets;
import io.kws.sdk.containers.ContainerRental;
import io.kws.sdk.containers.ContainerSpec;
import io.kws.sdk.containers.Containers;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.plans.Plan;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.servers.ServerRental;
import io.kws.sdk.servers.ServerSpec;
import io.kws.sdk.servers.Servers;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A kind of thing that may be made on any node.
 *
 * @param service what makes it
 * @param kind the resource that it is
 * @param asked reads what is asked for
 * @param plan says what a node would do
 * @param make makes it on a node
 * @param made reads what was made
 * @param <C> what makes it
 * @param <S> what is asked for
 * @param <R> what was made
 */
public record PlaceableKind<C, S, R>(
        Class<C> service,
        ResourceKind kind,
        Asked<S> asked,
        BiFunction<C, S, Plan> plan,
        BiFunction<C, S, Operation<R>> make,
        Made<R> made) {
    public static final PlaceableKind<Servers, ServerSpec, ServerRental> SERVER = new PlaceableKind<>(
            Servers.class,
            ResourceKind.SERVER,
            new Asked<>("rent server", ServerSpec::name, ServerSpec::rentalId, ServerSpec::readyWithin),
            Servers::plan,
            Servers::rentAsync,
            new Made<>(
                    ServerRental::receipt,
                    (made, receipt) -> new ServerRental(made.server(), made.rental(), made.access(), receipt)));

    public static final PlaceableKind<Apps, AppSpec, AppRental> APP = new PlaceableKind<>(
            Apps.class,
            ResourceKind.APP,
            new Asked<>("deploy app", AppSpec::name, AppSpec::rentalId, AppSpec::readyWithin),
            Apps::plan,
            Apps::deployAsync,
            new Made<>(AppRental::receipt, (made, receipt) -> new AppRental(made.app(), made.rental(), receipt)));

    public static final PlaceableKind<Containers, ContainerSpec, ContainerRental> CONTAINER = new PlaceableKind<>(
            Containers.class,
            ResourceKind.CONTAINER,
            new Asked<>("run container", ContainerSpec::name, ContainerSpec::rentalId, ContainerSpec::readyWithin),
            Containers::plan,
            Containers::runAsync,
            new Made<>(
                    ContainerRental::receipt,
                    (made, receipt) -> new ContainerRental(made.container(), made.rental(), receipt)));

    public static final PlaceableKind<Buckets, BucketSpec, BucketRental> BUCKET = new PlaceableKind<>(
            Buckets.class,
            ResourceKind.BUCKET,
            new Asked<>("create bucket", BucketSpec::name, BucketSpec::rentalId, spec -> Duration.ofMinutes(2)),
            Buckets::plan,
            Buckets::createAsync,
            new Made<>(
                    BucketRental::receipt, (made, receipt) -> new BucketRental(made.bucket(), made.rental(), receipt)));

    /**
     * Reads what is asked for.
     *
     * @param verb what is done, as it follows "Could not"
     * @param name the name of what is made
     * @param rental its rental's ID
     * @param allowed the time allowed for all of it
     */
    record Asked<S>(
            String verb, Function<S, String> name, Function<S, RentalId> rental, Function<S, Duration> allowed) {}

    /**
     * Reads what was made.
     *
     * @param receipt its receipt
     * @param with the same with another receipt
     */
    record Made<R>(Function<R, Receipt> receipt, BiFunction<R, Receipt, R> with) {}

    String attempt(S spec) {
        return "%s \"%s\"".formatted(asked.verb(), asked.name().apply(spec));
    }
}
