package io.kws.sdk.openstack.plans;

import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NoCapacityException;
import io.kws.sdk.errors.QuotaExceededException;
import io.kws.sdk.limits.Limit;
import io.kws.sdk.limits.LimitKind;
import io.kws.sdk.limits.ProjectLimits;
import io.kws.sdk.plans.Need;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists how much of a project's limits a use case takes. Not thread-safe. */
public final class NeedsBuilder {
    private final Map<LimitKind, Long> amounts = new EnumMap<>(LimitKind.class);

    /** Makes an empty list. */
    public NeedsBuilder() {}

    /**
     * Adds an amount.
     *
     * @param kind the limit
     * @param amount how much of it the use case takes; 0 adds nothing
     * @return this
     */
    public NeedsBuilder add(LimitKind kind, long amount) {
        if (amount > 0) {
            amounts.merge(kind, amount, Long::sum);
        }
        return this;
    }

    /** {@return the limits that the use case takes something of} */
    public Set<LimitKind> kinds() {
        return amounts.keySet();
    }

    /**
     * Compares the amounts with a project's limits.
     *
     * @param limits the limits
     * @return one need for each limit that the node reports
     */
    public List<Need> of(ProjectLimits limits) {
        return amounts.entrySet().stream()
                .flatMap(entry -> limits.find(entry.getKey()).map(limit -> new Need(limit, entry.getValue())).stream())
                .toList();
    }

    /**
     * Returns one error for each need that exceeds its limit.
     *
     * @param needs the needs
     * @return the errors
     */
    public static List<KwsException> problems(List<Need> needs) {
        return needs.stream()
                .filter(need -> !need.fits())
                .map(NeedsBuilder::problem)
                .toList();
    }

    private static KwsException problem(Need need) {
        Limit limit = need.limit();
        return limit.kind() == LimitKind.PLACES
                ? new NoCapacityException("no host has capacity for it now; choose a smaller flavor or another node")
                : new QuotaExceededException("quota exceeded: %d of %d %s used, %d more needed"
                        .formatted(
                                limit.used(),
                                limit.max().orElseThrow(),
                                limit.kind().label(),
                                need.amount()));
    }
}
