package io.kws.sdk.k8s.apps;

import io.kws.sdk.apps.App;
import io.kws.sdk.apps.AppChange;
import io.kws.sdk.apps.AppQuery;
import io.kws.sdk.apps.AppRental;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.apps.Apps;
import io.kws.sdk.apps.ExecResult;
import io.kws.sdk.apps.LogLine;
import io.kws.sdk.apps.LogQuery;
import io.kws.sdk.apps.LogStream;
import io.kws.sdk.k8s.logs.Logs;
import io.kws.sdk.k8s.objects.ClusterContext;
import io.kws.sdk.k8s.workloads.DeleteWorkload;
import io.kws.sdk.k8s.workloads.DeployPlan;
import io.kws.sdk.k8s.workloads.DeployWorkload;
import io.kws.sdk.k8s.workloads.Workload;
import io.kws.sdk.k8s.workloads.WorkloadKind;
import io.kws.sdk.k8s.workloads.WorkloadReader;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.plans.Plan;
import io.kws.sdk.receipts.Receipt;
import java.util.List;
import java.util.Optional;

/** Runs apps as Deployments, with Services and Ingresses. */
public final class KubernetesApps implements Apps {
    private final ClusterContext node;
    private final WorkloadReader reader;

    /**
     * Makes the apps of a node.
     *
     * @param node the node
     */
    public KubernetesApps(ClusterContext node) {
        this.node = node;
        this.reader = new WorkloadReader(node, WorkloadKind.APP);
    }

    @Override
    public AppRental deploy(AppSpec spec) {
        return node.runner().run(DeployWorkload.useCase(node, Workload.app(spec)));
    }

    @Override
    public Plan plan(AppSpec spec) {
        return node.runner().run(DeployPlan.useCase(node, Workload.app(spec)));
    }

    @Override
    public Operation<AppRental> deployAsync(AppSpec spec) {
        return node.runner().start(DeployWorkload.useCase(node, Workload.app(spec)));
    }

    @Override
    public App redeploy(String nameOrId, AppChange change) {
        return node.runner().run(ChangeApp.redeploy(node, nameOrId, change));
    }

    @Override
    public Operation<App> redeployAsync(String nameOrId, AppChange change) {
        return node.runner().start(ChangeApp.redeploy(node, nameOrId, change));
    }

    @Override
    public App scale(String nameOrId, int replicas) {
        return node.runner().run(ChangeApp.scale(node, nameOrId, replicas));
    }

    @Override
    public App restart(String nameOrId) {
        return node.runner().run(ChangeApp.restart(node, nameOrId));
    }

    @Override
    public Receipt delete(String nameOrId) {
        return node.runner().run(DeleteWorkload.app(node, nameOrId));
    }

    @Override
    public App get(String nameOrId) {
        return reader.get(nameOrId);
    }

    @Override
    public Optional<App> find(String nameOrId) {
        return reader.find(nameOrId);
    }

    @Override
    public List<App> list(AppQuery query) {
        return reader.list(query);
    }

    @Override
    public List<LogLine> logs(String nameOrId, LogQuery query) {
        return new Logs(node.objects()).read(reader.deployment(nameOrId), query);
    }

    @Override
    public LogStream follow(String nameOrId, LogQuery query) {
        return new Logs(node.objects()).follow(reader.deployment(nameOrId), query);
    }

    @Override
    public ExecResult exec(String nameOrId, List<String> command) {
        return new ExecCommands(node).run(nameOrId, command);
    }
}
