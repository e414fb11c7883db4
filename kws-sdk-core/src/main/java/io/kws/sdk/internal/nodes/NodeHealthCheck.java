package io.kws.sdk.internal.nodes;

import io.kws.sdk.driver.HealthProbe;
import io.kws.sdk.driver.steps.Deadline;
import io.kws.sdk.driver.values.NodeHealthValue;
import io.kws.sdk.driver.values.ServiceHealthValue;
import io.kws.sdk.errors.AuthenticationFailedException;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.errors.WaitTimedOutException;
import io.kws.sdk.health.HealthStatus;
import io.kws.sdk.health.NodeHealth;
import io.kws.sdk.health.ServiceHealth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Looks at a node by all that its drivers know of it; for {@code Node}. */
public final class NodeHealthCheck {
    private final List<ServiceHealth> services = new ArrayList<>();
    private final List<HealthStatus> failures = new ArrayList<>();

    private NodeHealthCheck() {}

    /**
     * Looks at a node.
     *
     * @param node its name
     * @param probes one of each of its drivers
     * @param within how long it may take
     * @return how it does
     */
    public static NodeHealth of(String node, List<HealthProbe> probes, Duration within) {
        NodeHealthCheck checkup = new NodeHealthCheck();
        Deadline deadline = Deadline.after(within);
        probes.forEach(probe -> deadline.during(() -> checkup.add(probe)));
        return NodeHealthValue.builder()
                .node(node)
                .status(checkup.status(probes.size()))
                .services(checkup.services)
                .build();
    }

    private boolean add(HealthProbe probe) {
        try {
            return services.addAll(probe.check());
        } catch (CancelledException e) {
            throw e;
        } catch (KwsException e) {
            failures.add(status(e));
            return services.add(ServiceHealthValue.builder()
                    .service(probe.name())
                    .problem(e.reason())
                    .build());
        }
    }

    private static HealthStatus status(KwsException failure) {
        if (failure instanceof AuthenticationFailedException) {
            return HealthStatus.UNAUTHORIZED;
        }
        return failure instanceof NodeUnavailableException || failure instanceof WaitTimedOutException
                ? HealthStatus.UNREACHABLE
                : HealthStatus.DEGRADED;
    }

    /** Of a node that is half there, the other half still does its work. */
    private HealthStatus status(int probes) {
        if (!failures.isEmpty() && failures.size() == probes) {
            return failures.get(0);
        }
        return services.stream().allMatch(ServiceHealth::isUp) ? HealthStatus.OK : HealthStatus.DEGRADED;
    }
}
