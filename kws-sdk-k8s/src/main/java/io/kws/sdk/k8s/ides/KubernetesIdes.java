package io.kws.sdk.k8s.ides;

import io.kws.sdk.ides.Ide;
import io.kws.sdk.ides.IdeQuery;
import io.kws.sdk.ides.IdeRental;
import io.kws.sdk.ides.IdeSpec;
import io.kws.sdk.ides.Ides;
import io.kws.sdk.ides.WorkspaceEnd;
import io.kws.sdk.k8s.objects.ClusterContext;
import io.kws.sdk.k8s.workloads.DeployPlan;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.plans.Plan;
import io.kws.sdk.receipts.Receipt;
import java.util.List;
import java.util.Optional;

/** Runs IDEs as apps of code-server, with claims of storage that outlive them. */
public final class KubernetesIdes implements Ides {
    private final ClusterContext node;
    private final IdeReader reader;

    /**
     * Makes the IDEs of a node.
     *
     * @param node the node
     */
    public KubernetesIdes(ClusterContext node) {
        this.node = node;
        this.reader = new IdeReader(node);
    }

    @Override
    public IdeRental open(IdeSpec spec) {
        return node.runner().run(OpenIde.useCase(node, spec));
    }

    @Override
    public Operation<IdeRental> openAsync(IdeSpec spec) {
        return node.runner().start(OpenIde.useCase(node, spec));
    }

    @Override
    public Plan plan(IdeSpec spec) {
        return node.runner().run(DeployPlan.useCase(node, OpenIde.workload(spec)));
    }

    @Override
    public Receipt close(String nameOrId) {
        return node.runner().run(CloseIde.close(node, nameOrId));
    }

    @Override
    public Receipt delete(String nameOrId, WorkspaceEnd workspace) {
        return node.runner().run(CloseIde.delete(node, nameOrId, workspace));
    }

    @Override
    public Ide get(String nameOrId) {
        return reader.get(nameOrId);
    }

    @Override
    public Optional<Ide> find(String nameOrId) {
        return reader.find(nameOrId);
    }

    @Override
    public List<Ide> list(IdeQuery query) {
        return reader.list(query);
    }
}
