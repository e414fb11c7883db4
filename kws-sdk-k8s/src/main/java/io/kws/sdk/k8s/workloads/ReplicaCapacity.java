package io.kws.sdk.k8s.workloads;

import io.kws.sdk.driver.values.LimitValue;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NoCapacityException;
import io.kws.sdk.errors.QuotaExceededException;
import io.kws.sdk.limits.LimitKind;
import io.kws.sdk.plans.Need;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * How many replicas of one size there is room for now. Immutable.
 *
 * @param onMachines how many the machines have room for; empty where nobody tells
 * @param inQuota how many the namespace may have; empty where nothing bounds them, or nobody tells
 */
record ReplicaCapacity(OptionalLong onMachines, OptionalLong inQuota) {
    static final ReplicaCapacity UNKNOWN = new ReplicaCapacity(OptionalLong.empty(), OptionalLong.empty());

    /** Returns how much of the room so many replicas take; nothing where it is not known. */
    List<Need> needs(int replicas) {
        return LongStream.concat(onMachines.stream(), inQuota.stream()).min().stream()
                .mapToObj(places -> new Need(
                        LimitValue.builder()
                                .kind(LimitKind.PLACES)
                                .max(places)
                                .used(0)
                                .build(),
                        replicas))
                .toList();
    }

    /** Returns what speaks against so many replicas. */
    Optional<KwsException> problem(int replicas) {
        if (onMachines.orElse(replicas) < replicas) {
            return Optional.of(new NoCapacityException(
                    "the machines have no room for it: " + fitting(onMachines.getAsLong(), replicas)));
        }
        return inQuota.orElse(replicas) < replicas
                ? Optional.of(new QuotaExceededException(
                        "the namespace's quota has no room for it: " + fitting(inQuota.getAsLong(), replicas)))
                : Optional.empty();
    }

    private static String fitting(long places, int replicas) {
        return "%d of %d replicas of its size fit".formatted(places, replicas);
    }
}
