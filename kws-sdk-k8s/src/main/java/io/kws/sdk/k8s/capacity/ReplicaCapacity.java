package io.kws.sdk.k8s.capacity;

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
 * How many replicas of one size fit now. Immutable.
 *
 * @param onMachines how many fit on the machines; empty if the credentials may not see them
 * @param inQuota how many the namespace's quotas allow; empty if there is no quota, or it may not be seen
 */
public record ReplicaCapacity(OptionalLong onMachines, OptionalLong inQuota) {
    /** Nothing is known. */
    public static final ReplicaCapacity UNKNOWN = new ReplicaCapacity(OptionalLong.empty(), OptionalLong.empty());

    /**
     * Compares the capacity with a number of replicas.
     *
     * @param replicas how many are wanted
     * @return the need; empty if the capacity is not known
     */
    public List<Need> needs(int replicas) {
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

    /**
     * Returns the error with which so many replicas would fail.
     *
     * @param replicas how many are wanted
     * @return the error; empty if they fit as far as is known
     */
    public Optional<KwsException> problem(int replicas) {
        if (onMachines.orElse(replicas) < replicas) {
            return Optional.of(new NoCapacityException(
                    "no machine has enough free capacity: " + fitting(onMachines.getAsLong(), replicas)));
        }
        return inQuota.orElse(replicas) < replicas
                ? Optional.of(new QuotaExceededException(
                        "the namespace's quota is too small: " + fitting(inQuota.getAsLong(), replicas)))
                : Optional.empty();
    }

    private static String fitting(long places, int replicas) {
        return "%d of %d replicas of this size fit".formatted(places, replicas);
    }
}
