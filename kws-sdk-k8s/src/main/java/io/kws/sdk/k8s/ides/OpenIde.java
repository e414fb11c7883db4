package io.kws.sdk.k8s.ides;

import io.kws.sdk.apps.AppRental;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.ides.Ide;
import io.kws.sdk.ides.IdeAccess;
import io.kws.sdk.ides.IdeRental;
import io.kws.sdk.ides.IdeSpec;
import io.kws.sdk.k8s.objects.ClusterContext;
import io.kws.sdk.k8s.workloads.DeployWorkload;
import io.kws.sdk.k8s.workloads.Workload;
import io.kws.sdk.k8s.workloads.WorkloadKind;

/** Opens an IDE: an app of code-server's image, with a workspace that outlives it. */
final class OpenIde {
    private OpenIde() {}

    static UseCase<IdeRental> useCase(ClusterContext node, IdeSpec spec) {
        UseCase<AppRental> deploy = DeployWorkload.useCase(node, workload(spec));
        return new UseCase<>(deploy.attempt(), deploy.allowed(), steps -> {
            UseCase.ResultReader<AppRental> opened = deploy.define().apply(steps);
            return receipt -> {
                AppRental app = opened.read(receipt);
                Ide ide = new IdeReader(node).open(app.app());
                return new IdeRental(
                        ide,
                        ide.rental().orElse(app.rental()),
                        new IdeAccess(app.app().url().orElseThrow(), spec.password()),
                        receipt);
            };
        });
    }

    static Workload workload(IdeSpec spec) {
        return new Workload(WorkloadKind.IDE, CodeServer.app(spec), new WorkspaceStore());
    }
}
