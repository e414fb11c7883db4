package io.kws.sdk.k8s.ides;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.steps.StepContext;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.Request;
import io.kws.sdk.k8s.workloads.Labels;
import io.kws.sdk.k8s.workloads.StorageClaim;
import io.kws.sdk.k8s.workloads.StorageSource;
import io.kws.sdk.k8s.workloads.WorkloadKind;
import io.kws.sdk.rentals.Rental;
import java.util.Optional;

/** The workspace of an IDE: made at the first open, taken up at each later one. */
record WorkspaceStore() implements StorageSource {
    /** The group of code-server's user. */
    private static final long CODER = 1_000;

    @Override
    public String claimName(String workload) {
        return workload + "-workspace";
    }

    @Override
    public long group() {
        return CODER;
    }

    @Override
    public String check(StorageClaim claim) {
        return claim.present()
                .map(there -> {
                    requireUsable(there, claim);
                    if (!isOpen(there, claim)) {
                        new WorkspaceReuse(there, claim).requireLasting();
                    }
                    return "workspace %s of %d GiB, with all that is in it"
                            .formatted(claim.name(), Workspaces.sizeGib(there));
                })
                .orElseGet(() -> {
                    claim.requireOffer();
                    return "";
                });
    }

    /** The mark of a former open of the same request stays on the workspace. */
    private static boolean isOpen(JsonNode there, StorageClaim claim) {
        return claim.isOfSameRequest(there)
                && claim.client()
                        .find(Request.get(
                                ApiResource.DEPLOYMENTS,
                                claim.namespace(),
                                Labels.get(claim.wanted(), WorkloadKind.IDE_LABEL)))
                        .filter(claim::isOfSameRequest)
                        .isPresent();
    }

    /** It keeps the mark of whoever opened the IDE last. */
    @Override
    public String formerRun(StorageClaim claim) {
        return claim.present().map(StorageClaim::run).orElse("");
    }

    @Override
    public Rental make(StepContext context, StorageClaim claim) {
        Optional<JsonNode> there = claim.present();
        if (there.isEmpty()) {
            there = makeUnlessThere(context, claim);
        }
        return there.map(workspace -> takeUp(context, workspace, claim)).orElseGet(claim::rental);
    }

    private static Rental takeUp(StepContext context, JsonNode workspace, StorageClaim claim) {
        requireUsable(workspace, claim);
        WorkspaceReuse taking = new WorkspaceReuse(workspace, claim);
        taking.requireLasting();
        JsonNode taken =
                context.make(new WorkspaceChange(Workspaces.present(claim.client(), workspace), taking.wanted()));
        return RentalTags.read(Workspaces.annotations(taken)).orElseGet(claim::rental);
    }

    /** Returns the workspace that another open has made first. */
    private static Optional<JsonNode> makeUnlessThere(StepContext context, StorageClaim claim) {
        try {
            context.make(claim.asNew());
            return Optional.empty();
        } catch (ConflictException e) {
            return Optional.of(claim.present().orElseThrow(() -> e));
        }
    }

    /** Somebody else's files are nobody's business, and a claim of something else may hold anything. */
    private static void requireUsable(JsonNode there, StorageClaim claim) {
        String name = "the claim \"%s/%s\"".formatted(claim.namespace(), claim.name());
        if (!Labels.get(there, WorkloadKind.IDE_LABEL).equals(Labels.get(claim.wanted(), WorkloadKind.IDE_LABEL))) {
            throw new ConflictException(name + " is there, but is no workspace of that IDE; take another name");
        }
        if (!owner(there).equals(owner(claim.wanted()))) {
            throw new ConflictException(name + " is the workspace of another owner; take another name");
        }
        if (Workspaces.isGoing(there)) {
            throw new ConflictException(name + " is being deleted; try again later");
        }
    }

    private static String owner(JsonNode claim) {
        return RentalTags.owner(Workspaces.annotations(claim));
    }
}
