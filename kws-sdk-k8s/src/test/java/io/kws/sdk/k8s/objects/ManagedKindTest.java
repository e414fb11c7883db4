package io.kws.sdk.k8s.objects;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.k8s.workloads.WorkloadKind;
import io.kws.sdk.receipts.ResourceKind;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ManagedKindTest {
    /** The kinds of receipts that are Kubernetes objects: all from the namespace on, before apps. */
    private static final Set<ResourceKind> ON_RECEIPTS =
            EnumSet.range(ResourceKind.NAMESPACE, ResourceKind.PERSISTENT_VOLUME_CLAIM);

    @Test
    void receiptKind_ofEachKind_isItsOwn() {
        assertThat(ManagedKind.values())
                .extracting(ManagedKind::receiptKind)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(ON_RECEIPTS);
    }

    @Test
    void api_ofEachKind_isItsOwn() {
        assertThat(ManagedKind.values()).extracting(ManagedKind::api).doesNotHaveDuplicates();
    }

    @Test
    void deletedWithDeployment_ofAppAndIde_isEverythingBesideItButTheWorkspace() {
        assertThat(WorkloadKind.APP.deletedWithDeployment())
                .containsExactly(
                        ManagedKind.INGRESS,
                        ManagedKind.SERVICE,
                        ManagedKind.SECRET,
                        ManagedKind.PERSISTENT_VOLUME_CLAIM);
        assertThat(WorkloadKind.IDE.deletedWithDeployment())
                .containsExactly(ManagedKind.INGRESS, ManagedKind.SERVICE, ManagedKind.SECRET);
    }
}
