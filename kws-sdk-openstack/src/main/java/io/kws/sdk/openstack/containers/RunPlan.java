package io.kws.sdk.openstack.containers;

import io.kws.sdk.containers.ContainerSpec;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.limits.LimitKind;
import io.kws.sdk.openstack.plans.NeedsBuilder;
import io.kws.sdk.openstack.plans.PlanBuilder;
import io.kws.sdk.plans.Plan;

/** Plans the run of a container, by the run's own checks. */
final class RunPlan {
    private RunPlan() {}

    static UseCase<Plan> useCase(ContainerNode node, ContainerSpec spec) {
        PlanBuilder plan = new PlanBuilder(node.client().node(), node.limits(), RunContainer.useCase(node, spec))
                .check("check the name", () -> RunContainer.requireFreeName(node, spec));
        spec.network()
                .ifPresent(network -> plan.check(
                        "find network",
                        () -> "network " + node.networks().get(network).name()));
        return plan.taking(new NeedsBuilder()
                .add(LimitKind.CONTAINERS, 1)
                .add(LimitKind.CONTAINER_CORES, (long) Math.ceil(spec.cpus().orElse(0)))
                .add(LimitKind.CONTAINER_MEMORY_MIB, spec.memoryMib().orElse(0)));
    }
}
