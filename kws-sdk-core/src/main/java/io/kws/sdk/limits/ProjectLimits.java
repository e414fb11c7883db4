package io.kws.sdk.limits;

import io.kws.sdk.errors.NotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The limits of a project, across all services of its node that report them. Immutable.
 *
 * @param all the limits; omits those that a service does not report, or whose service the node lacks
 */
public record ProjectLimits(List<Limit> all) {
    /**
     * Copies the list.
     *
     * @param all the limits
     */
    public ProjectLimits {
        all = List.copyOf(all);
    }

    /**
     * Finds a limit.
     *
     * @param kind the limited resource
     * @return the limit; empty if the node does not report it
     */
    public Optional<Limit> find(LimitKind kind) {
        return all.stream().filter(limit -> limit.kind() == kind).findFirst();
    }

    /**
     * Returns a limit.
     *
     * @param kind the limited resource
     * @return the limit
     * @throws NotFoundException if the node does not report it
     */
    public Limit get(LimitKind kind) {
        return find(kind)
                .orElseThrow(() -> new NotFoundException("the node does not report a limit for " + kind.label()));
    }

    /** {@return a line for each limit} */
    @Override
    public String toString() {
        return all.stream().map(Limit::toString).collect(Collectors.joining("\n"));
    }
}
