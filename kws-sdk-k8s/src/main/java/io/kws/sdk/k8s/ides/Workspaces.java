package io.kws.sdk.k8s.ides;

import io.kws.sdk.driver.values.WorkspaceValue;
import io.kws.sdk.ides.Workspace;
import io.kws.sdk.k8s.objects.Amounts;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.LiveObject;
import io.kws.sdk.k8s.objects.ManagedKind;
import io.kws.sdk.k8s.objects.ObjectClient;
import io.kws.sdk.k8s.workloads.WorkloadKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.OptionalInt;

/** Reads workspaces (v1 PersistentVolumeClaim). */
final class Workspaces {
    private static final BigDecimal GIB = BigDecimal.valueOf(1L << 30);

    private Workspaces() {}

    static Workspace read(KubeObject claim) {
        int size = sizeGib(claim);
        return WorkspaceValue.builder()
                .claim(claim.name())
                .sizeGib(size == 0 ? OptionalInt.empty() : OptionalInt.of(size))
                .created(claim.created().orElse(Instant.EPOCH))
                .build();
    }

    /** Returns the name of the IDE that a workspace belongs to; empty if it is not a workspace. */
    static String ide(KubeObject claim) {
        return claim.label(WorkloadKind.IDE_LABEL);
    }

    static LiveObject live(ObjectClient objects, KubeObject claim) {
        return new LiveObject(objects, ManagedKind.PERSISTENT_VOLUME_CLAIM, claim);
    }

    /** The cluster may have given more than was requested. */
    static int sizeGib(KubeObject claim) {
        return Amounts.read(claim.status().path("capacity").path("storage"))
                .or(() -> Amounts.read(
                        claim.spec().path("resources").path("requests").path("storage")))
                .map(size -> size.divide(GIB, 0, RoundingMode.CEILING).intValue())
                .orElse(0);
    }
}
