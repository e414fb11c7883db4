package io.kws.sdk.limits;

import io.kws.sdk.errors.NotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The limits of a project, over all services of its node that tell any. Immutable.
 *
 * @param all the limits; what a service does not tell, or no service is there for, is not among them
 */
public record ProjectLimits(List<Limit> all) {
    /**
     * Keeps a copy of the list.
     *
     * @param all the limits
     */
    public ProjectLimits {
        all = List.copyOf(all);
    }

    /**
     * Returns a limit, if the node tells it.
     *
     * @param kind what
     * @return the limit, or nothing
     */
    public Optional<Limit> find(LimitKind kind) {
        return all.stream().filter(limit -> limit.kind() == kind).findFirst();
    }

    /**
     * Returns a limit.
     *
     * @param kind what
     * @return the limit
     * @throws NotFoundException if the node does not tell it
     */
    public Limit get(LimitKind kind) {
        return find(kind).orElseThrow(() -> new NotFoundException("the node tells no limit of " + kind.label()));
    }

    /** {@return a line for each limit} */
    @Override
    public String toString() {
        return all.stream().map(Limit::toString).collect(Collectors.joining("\n"));
    }
}
