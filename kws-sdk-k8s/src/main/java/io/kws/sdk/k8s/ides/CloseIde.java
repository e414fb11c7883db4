package io.kws.sdk.k8s.ides;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.StepContext;
import io.kws.sdk.driver.steps.Steps;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.ides.Ide;
import io.kws.sdk.ides.WorkspaceEnd;
import io.kws.sdk.k8s.workloads.DeleteWorkload;
import io.kws.sdk.k8s.workloads.Labels;
import io.kws.sdk.k8s.workloads.WorkloadContext;
import io.kws.sdk.receipts.Receipt;
import java.util.Objects;
import java.util.Optional;

/** Closes IDEs, and deletes them. */
final class CloseIde {
    private final WorkloadContext node;
    private final String nameOrId;

    private CloseIde(WorkloadContext node, String nameOrId) {
        this.node = node;
        this.nameOrId = nameOrId;
    }

    static UseCase<Receipt> close(WorkloadContext node, String nameOrId) {
        return new UseCase<>("close IDE \"" + nameOrId + "\"", DeleteWorkload.ALLOWED, steps -> {
            CloseIde end = new CloseIde(node, nameOrId);
            end.stop(steps, steps.add("find IDE", context -> Optional.of(new IdeReader(node).get(nameOrId))));
            return receipt -> receipt;
        });
    }

    static UseCase<Receipt> delete(WorkloadContext node, String nameOrId, WorkspaceEnd workspace) {
        Objects.requireNonNull(workspace, "workspace");
        return new UseCase<>("delete IDE \"" + nameOrId + "\"", DeleteWorkload.ALLOWED, steps -> {
            new CloseIde(node, nameOrId).delete(steps, workspace);
            return receipt -> receipt;
        });
    }

    private Step<Optional<Ide>> found(Steps steps) {
        return steps.add("find IDE", context -> new IdeReader(node).find(nameOrId));
    }

    /** What an IDE left that is gone already is found by its rental. */
    private Step<Boolean> stop(Steps steps, Step<Optional<Ide>> found) {
        Step<String> which = steps.add(
                "decide what to remove",
                context -> found.result().map(CloseIde::which).orElse(nameOrId),
                found);
        return DeleteWorkload.ide(steps, node, which);
    }

    private static String which(Ide ide) {
        boolean runs = !ide.image().isEmpty();
        return runs ? ide.id() : ide.rental().map(rental -> rental.id().value()).orElse(ide.id());
    }

    private void delete(Steps steps, WorkspaceEnd end) {
        Step<Optional<Ide>> found = found(steps);
        Step<Optional<JsonNode>> claim = steps.add(
                "find workspace",
                context -> found.result().flatMap(ide -> new IdeReader(node).claim(ide.namespace(), ide.name())),
                found);
        Step<Boolean> stopped = stop(steps, found);
        steps.act(
                end == WorkspaceEnd.DELETE ? "delete workspace" : "end the workspace's rental",
                context -> claim.result().ifPresent(there -> end(context, there, end, stopped.result())),
                claim,
                stopped);
    }

    private void end(StepContext context, JsonNode claim, WorkspaceEnd end, boolean isStopped) {
        if (!isStopped) {
            DeleteWorkload.removeInVain(context, claim);
        } else if (end == WorkspaceEnd.DELETE) {
            DeleteWorkload.noteUse(node, claim);
            context.remove(new WorkspaceRemoval(Workspaces.present(node.client(), claim)), claim);
        } else if (!Labels.get(claim, Labels.RENTAL).isEmpty()) {
            context.make(new WorkspaceChange(Workspaces.present(node.client(), claim), withoutRental(claim)));
        }
    }

    /** The owner stays, as nobody else may have the files. */
    private static JsonNode withoutRental(JsonNode claim) {
        ObjectNode kept = claim.deepCopy();
        ObjectNode annotations = kept.withObject("/metadata").putObject("annotations");
        RentalTags.withoutRental(Workspaces.annotations(claim)).forEach(annotations::put);
        kept.withObject("/metadata/labels").remove(Labels.RENTAL);
        return kept;
    }
}
