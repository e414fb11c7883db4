package io.kws.sdk.k8s.ides;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.StepContext;
import io.kws.sdk.driver.steps.Steps;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.ides.Ide;
import io.kws.sdk.ides.WorkspaceEnd;
import io.kws.sdk.k8s.namespaces.OwnerNamespace;
import io.kws.sdk.k8s.objects.ClusterContext;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.Labels;
import io.kws.sdk.k8s.objects.LiveObject;
import io.kws.sdk.k8s.workloads.DeleteWorkload;
import io.kws.sdk.receipts.Receipt;
import java.util.Objects;
import java.util.Optional;

/** Closes IDEs, and deletes them. */
final class CloseIde {
    private final ClusterContext node;
    private final IdeReader reader;
    private final String nameOrId;

    private CloseIde(ClusterContext node, String nameOrId) {
        this.node = node;
        this.reader = new IdeReader(node);
        this.nameOrId = nameOrId;
    }

    static UseCase<Receipt> close(ClusterContext node, String nameOrId) {
        return new UseCase<>("close IDE \"" + nameOrId + "\"", DeleteWorkload.ALLOWED, steps -> {
            CloseIde close = new CloseIde(node, nameOrId);
            close.stop(steps, steps.add("find IDE", context -> Optional.of(close.reader.get(nameOrId))));
            return receipt -> receipt;
        });
    }

    static UseCase<Receipt> delete(ClusterContext node, String nameOrId, WorkspaceEnd workspace) {
        Objects.requireNonNull(workspace, "workspace");
        return new UseCase<>("delete IDE \"" + nameOrId + "\"", DeleteWorkload.ALLOWED, steps -> {
            new CloseIde(node, nameOrId).delete(steps, workspace);
            return receipt -> receipt;
        });
    }

    /** What is left of an IDE that is gone already is found by its rental. */
    private Step<Boolean> stop(Steps steps, Step<Optional<Ide>> found) {
        Step<String> which = steps.add(
                "decide what to remove",
                context -> found.result().map(CloseIde::which).orElse(nameOrId),
                found);
        return DeleteWorkload.ide(steps, node, which);
    }

    private static String which(Ide ide) {
        boolean hasDeployment = !ide.image().isEmpty();
        return hasDeployment
                ? ide.id()
                : ide.rental().map(rental -> rental.id().value()).orElse(ide.id());
    }

    private void delete(Steps steps, WorkspaceEnd end) {
        Step<Optional<Ide>> found = steps.add("find IDE", context -> reader.find(nameOrId));
        Step<Optional<KubeObject>> claim = steps.add(
                "find workspace",
                context -> found.result().flatMap(ide -> reader.claim(ide.namespace(), ide.name())),
                found);
        Step<Boolean> stopped = stop(steps, found);
        steps.act(
                end == WorkspaceEnd.DELETE ? "delete workspace" : "end the workspace's rental",
                context -> claim.result().ifPresent(workspace -> end(context, workspace, end, stopped.result())),
                claim,
                stopped);
    }

    private void end(StepContext context, KubeObject claim, WorkspaceEnd end, boolean isStopped) {
        LiveObject live = Workspaces.live(node.objects(), claim);
        if (!isStopped) {
            DeleteWorkload.noteInUse(context, claim);
        } else if (end == WorkspaceEnd.DELETE) {
            OwnerNamespace.noteUse(node.objects(), claim);
            context.remove(new WorkspaceRemoval(live), claim);
        } else if (!claim.rental().isEmpty()) {
            context.make(new WorkspaceChange(live, withoutRental(claim)));
        }
    }

    /** The owner stays, as the files must not be given to others. */
    private static KubeObject withoutRental(KubeObject claim) {
        ObjectNode kept = claim.copy();
        ObjectNode annotations = kept.withObject("/metadata").putObject("annotations");
        RentalTags.withoutRental(claim.annotations()).forEach(annotations::put);
        kept.withObject("/metadata/labels").remove(Labels.RENTAL);
        return new KubeObject(kept);
    }
}
