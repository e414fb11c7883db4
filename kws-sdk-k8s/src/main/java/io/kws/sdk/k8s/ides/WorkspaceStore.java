package io.kws.sdk.k8s.ides;

import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.steps.StepContext;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.ManagedKind;
import io.kws.sdk.k8s.objects.ObjectRef;
import io.kws.sdk.k8s.storage.StorageClaim;
import io.kws.sdk.k8s.storage.StorageSource;
import io.kws.sdk.rentals.Rental;
import java.util.Optional;

/** Provides the workspace of an IDE: created at the first open, reused at each later one. */
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
        return claim.find()
                .map(existing -> {
                    requireUsable(existing, claim);
                    if (!isOpen(existing, claim)) {
                        new WorkspaceReuse(existing, claim).requireLasting();
                    }
                    return "workspace %s of %d GiB, with its files"
                            .formatted(existing.name(), Workspaces.sizeGib(existing));
                })
                .orElseGet(() -> {
                    claim.requireAvailable();
                    return "";
                });
    }

    /** The annotations of an earlier open of the same request stay on the workspace. */
    private static boolean isOpen(KubeObject existing, StorageClaim claim) {
        ObjectRef deployment =
                new ObjectRef(ManagedKind.DEPLOYMENT, claim.ref().namespace(), Workspaces.ide(claim.wanted()));
        return claim.isOfSameRequest(existing)
                && claim.objects()
                        .find(deployment)
                        .filter(claim::isOfSameRequest)
                        .isPresent();
    }

    /** Returns the run that opened the IDE last, whose annotation stays on the workspace. */
    @Override
    public String previousRun(StorageClaim claim) {
        return claim.find().map(StorageClaim::run).orElse("");
    }

    @Override
    public Rental make(StepContext context, StorageClaim claim) {
        Optional<KubeObject> existing = claim.find();
        if (existing.isEmpty()) {
            existing = createUnlessExisting(context, claim);
        }
        return existing.map(workspace -> reuse(context, workspace, claim)).orElseGet(claim::rental);
    }

    private static Rental reuse(StepContext context, KubeObject workspace, StorageClaim claim) {
        requireUsable(workspace, claim);
        WorkspaceReuse reuse = new WorkspaceReuse(workspace, claim);
        reuse.requireLasting();
        KubeObject reused =
                context.make(new WorkspaceChange(Workspaces.live(claim.objects(), workspace), reuse.wanted()));
        return RentalTags.read(reused.annotations()).orElseGet(claim::rental);
    }

    /** Returns the workspace that another open has created first. */
    private static Optional<KubeObject> createUnlessExisting(StepContext context, StorageClaim claim) {
        try {
            var unused = context.make(claim.asNew());
            return Optional.empty();
        } catch (ConflictException e) {
            return Optional.of(claim.find().orElseThrow(() -> e));
        }
    }

    /** The files of another owner, or of anything but this IDE, must not be exposed. */
    private static void requireUsable(KubeObject existing, StorageClaim claim) {
        String name = "the PersistentVolumeClaim \"" + existing.id() + "\"";
        if (!Workspaces.ide(existing).equals(Workspaces.ide(claim.wanted()))) {
            throw new ConflictException(name + " exists, but is not a workspace of this IDE; use another name");
        }
        if (!owner(existing).equals(owner(claim.wanted()))) {
            throw new ConflictException(name + " is the workspace of another owner; use another name");
        }
        if (existing.isBeingDeleted()) {
            throw new ConflictException(name + " is being deleted; try again later");
        }
    }

    private static String owner(KubeObject claim) {
        return RentalTags.owner(claim.annotations());
    }
}
