package io.kws.sdk.openstack.plans;

import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NoCapacityException;
import io.kws.sdk.errors.QuotaExceededException;
import io.kws.sdk.limits.LimitKind;
import io.kws.sdk.limits.ProjectLimits;
import io.kws.sdk.plans.Need;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How much of a project's limits something takes. Not safe for use by many threads. */
public final class NeedsBuilder {
    private final Map<LimitKind, Long> amounts = new EnumMap<>(LimitKind.class);

    /** Makes a list of nothing. */
    public NeedsBuilder() {}

    /**
     * Adds something.
     *
     * @param kind what
     * @param amount how much of it
     * @return this
     */
    public NeedsBuilder add(LimitKind kind, long amount) {
        if (amount > 0) {
            amounts.merge(kind, amount, Long::sum);
        }
        return this;
    }

    /** {@return what is needed} */
    public Set<LimitKind> kinds() {
        return amounts.keySet();
    }

    /**
     * Compares with what a project may have.
     *
     * @param limits the limits
     * @return the needs whose limits the node tells
     */
    public List<Need> of(ProjectLimits limits) {
        return amounts.entrySet().stream()
                .flatMap(entry -> limits.find(entry.getKey()).map(limit -> new Need(limit, entry.getValue())).stream())
                .toList();
    }

    /**
     * Returns what does not fit.
     *
     * @param needs the needs
     * @return an error for each that is more than is left
     */
    public static List<KwsException> problems(List<Need> needs) {
        return needs.stream()
                .filter(need -> !need.fits())
                .map(NeedsBuilder::problem)
                .toList();
    }

    private static KwsException problem(Need need) {
        return need.limit().kind() == LimitKind.PLACES
                ? new NoCapacityException("no host has room for it now; take a smaller flavor, or another node")
                : new QuotaExceededException("the project may not have so much: " + need);
    }
}
