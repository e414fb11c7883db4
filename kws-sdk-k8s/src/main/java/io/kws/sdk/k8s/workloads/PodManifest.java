package io.kws.sdk.k8s.workloads;

import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1ContainerPort;
import io.kubernetes.client.openapi.models.V1EnvFromSource;
import io.kubernetes.client.openapi.models.V1EnvVar;
import io.kubernetes.client.openapi.models.V1HTTPGetAction;
import io.kubernetes.client.openapi.models.V1LocalObjectReference;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaimVolumeSource;
import io.kubernetes.client.openapi.models.V1PodSecurityContext;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1Probe;
import io.kubernetes.client.openapi.models.V1ResourceRequirements;
import io.kubernetes.client.openapi.models.V1SecretEnvSource;
import io.kubernetes.client.openapi.models.V1TCPSocketAction;
import io.kubernetes.client.openapi.models.V1Volume;
import io.kubernetes.client.openapi.models.V1VolumeMount;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.apps.PodResources;
import io.kws.sdk.k8s.pods.Pods;
import io.kws.sdk.k8s.storage.StorageSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Describes an app's Pods (v1 PodSpec). */
final class PodManifest {
    private static final String STORAGE = "storage";

    private PodManifest() {}

    /**
     * Returns the Pods' description.
     *
     * @param secret the Secret with the secret variables; empty if there are none
     * @param serviceAccount the account that they run as; empty for the namespace's default
     */
    static V1PodSpec of(Workload workload, String secret, String serviceAccount) {
        AppSpec spec = workload.spec();
        V1PodSecurityContext security = PodSecurityContexts.ofPod(spec.security());
        V1PodSpec pod = new V1PodSpec()
                .addContainersItem(container(spec, secret).securityContext(PodSecurityContexts.ofContainer(workload)))
                .securityContext(security)
                .automountServiceAccountToken(false);
        if (!serviceAccount.isEmpty()) {
            pod.serviceAccountName(serviceAccount);
        }
        spec.imagePullSecret().ifPresent(name -> pod.addImagePullSecretsItem(new V1LocalObjectReference().name(name)));
        if (spec.storage().isPresent()) {
            addVolume(pod, security, workload);
        }
        return pod;
    }

    /** Where the volume's root belongs to the group already, the cluster need not change the group of every file. */
    private static void addVolume(V1PodSpec pod, V1PodSecurityContext security, Workload workload) {
        StorageSource store = workload.store();
        pod.addVolumesItem(new V1Volume()
                .name(STORAGE)
                .persistentVolumeClaim(new V1PersistentVolumeClaimVolumeSource()
                        .claimName(store.claimName(workload.spec().name()))));
        if (store.group() > 0) {
            security.fsGroup(store.group()).fsGroupChangePolicy("OnRootMismatch");
        }
    }

    private static V1Container container(AppSpec spec, String secret) {
        V1Container container = new V1Container()
                .name(Pods.CONTAINER)
                .image(spec.image())
                .command(escaped(spec.command()))
                .args(escaped(spec.arguments()))
                .addPortsItem(new V1ContainerPort().name("http").containerPort(spec.port()))
                .resources(resources(spec.resources()))
                .readinessProbe(probe(spec.healthPath().orElse(""), spec.port()));
        new TreeMap<>(spec.environment())
                .forEach((name, value) ->
                        container.addEnvItem(new V1EnvVar().name(name).value(escaped(value))));
        if (!secret.isEmpty()) {
            container.addEnvFromItem(new V1EnvFromSource().secretRef(new V1SecretEnvSource().name(secret)));
        }
        spec.storage()
                .ifPresent(storage -> container.addVolumeMountsItem(
                        new V1VolumeMount().name(STORAGE).mountPath(storage.path())));
        return container;
    }

    /** Without words, the image's own are used. */
    private static List<String> escaped(List<String> words) {
        return words.stream().map(PodManifest::escaped).toList();
    }

    /** Kubernetes would replace {@code $(NAME)} by a variable, and two dollars by one. */
    static String escaped(String text) {
        return text.replace("$", "$$");
    }

    /** Probes as often as Kubernetes can, as an app serves only after the next success; allows 6 seconds of failures. */
    static V1Probe probe(String healthPath, int port) {
        V1Probe probe = new V1Probe().periodSeconds(1).timeoutSeconds(3).failureThreshold(6);
        return healthPath.isEmpty()
                ? probe.tcpSocket(new V1TCPSocketAction().port(new IntOrString(port)))
                : probe.httpGet(new V1HTTPGetAction().path(healthPath).port(new IntOrString(port)));
    }

    private static V1ResourceRequirements resources(PodResources resources) {
        return new V1ResourceRequirements()
                .requests(quantities(resources.cpuRequestMillis(), resources.memoryRequestMib()))
                .limits(quantities(resources.cpuLimitMillis(), resources.memoryLimitMib()));
    }

    private static Map<String, Quantity> quantities(OptionalInt cpuMillis, OptionalInt memoryMib) {
        Map<String, Quantity> quantities = new TreeMap<>();
        putPositive(quantities, "cpu", cpuMillis, "m");
        putPositive(quantities, "memory", memoryMib, "Mi");
        return quantities;
    }

    private static void putPositive(
            Map<String, Quantity> quantities, String resource, OptionalInt amount, String unit) {
        amount.stream()
                .filter(number -> number > 0)
                .forEach(number -> quantities.put(resource, new Quantity(number + unit)));
    }
}
