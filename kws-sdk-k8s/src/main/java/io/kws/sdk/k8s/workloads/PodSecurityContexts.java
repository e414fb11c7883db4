package io.kws.sdk.k8s.workloads;

import io.kubernetes.client.openapi.models.V1Capabilities;
import io.kubernetes.client.openapi.models.V1PodSecurityContext;
import io.kubernetes.client.openapi.models.V1SeccompProfile;
import io.kubernetes.client.openapi.models.V1SecurityContext;
import io.kws.sdk.apps.PodSecurity;

/** Describes the rights of an app's processes on their machine (v1 PodSecurityContext and SecurityContext). */
final class PodSecurityContexts {
    private PodSecurityContexts() {}

    static V1PodSecurityContext ofPod(PodSecurity security) {
        V1PodSecurityContext rights =
                new V1PodSecurityContext().seccompProfile(new V1SeccompProfile().type("RuntimeDefault"));
        return security == PodSecurity.RESTRICTED ? rights.runAsNonRoot(true) : rights;
    }

    /** The terminals of IDEs need {@code sudo}; the image's programs keep root's capabilities, such as {@code chown}. */
    static V1SecurityContext ofContainer(Workload workload) {
        V1SecurityContext rights = new V1SecurityContext();
        if (workload.spec().security() == PodSecurity.RESTRICTED) {
            return rights.allowPrivilegeEscalation(false).capabilities(new V1Capabilities().addDropItem("ALL"));
        }
        return workload.kind() == WorkloadKind.APP ? rights.allowPrivilegeEscalation(false) : rights;
    }
}
