package io.kws.sdk.limits;

import java.util.EnumSet;
import java.util.Set;

/**
 * How much the project of a node's credentials may have, and has (limits and quotas of Compute API 2.1, Networking API
 * v2.0, Block Storage API v3, Object Storage API v1 and Container API v1). Safe for use by many threads.
 */
public interface Limits {
    /**
     * Reads the limits and the usage of all services, side by side; one call for each. Blocks until all have answered. A
     * service that the node lacks, or that does not tell its usage to ordinary users, has no limits here.
     *
     * @return the limits
     * @throws io.kws.sdk.errors.KwsException if a service fails
     */
    default ProjectLimits get() {
        return get(EnumSet.allOf(LimitKind.class));
    }

    /**
     * Reads the limits and the usage of the services that tell of some kinds; otherwise as {@link #get()}.
     *
     * @param kinds what
     * @return the limits, those of other kinds that the same services tell among them
     * @throws io.kws.sdk.errors.KwsException if a service fails
     */
    ProjectLimits get(Set<LimitKind> kinds);
}
