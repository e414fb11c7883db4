package io.kws.sdk.k8s.workloads;

import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1DeploymentSpec;
import io.kubernetes.client.openapi.models.V1DeploymentStrategy;
import io.kubernetes.client.openapi.models.V1HTTPIngressPath;
import io.kubernetes.client.openapi.models.V1HTTPIngressRuleValue;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1IngressBackend;
import io.kubernetes.client.openapi.models.V1IngressRule;
import io.kubernetes.client.openapi.models.V1IngressServiceBackend;
import io.kubernetes.client.openapi.models.V1IngressSpec;
import io.kubernetes.client.openapi.models.V1IngressTLS;
import io.kubernetes.client.openapi.models.V1LabelSelector;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.openapi.models.V1OwnerReference;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaimSpec;
import io.kubernetes.client.openapi.models.V1PodTemplateSpec;
import io.kubernetes.client.openapi.models.V1RollingUpdateDeployment;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceBackendPort;
import io.kubernetes.client.openapi.models.V1ServicePort;
import io.kubernetes.client.openapi.models.V1ServiceSpec;
import io.kubernetes.client.openapi.models.V1VolumeResourceRequirements;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.apps.Storage;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.k8s.namespaces.OwnerNamespace;
import io.kws.sdk.k8s.objects.DnsLabels;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.Labels;
import io.kws.sdk.k8s.storage.StorageClaim;
import io.kws.sdk.rentals.Rental;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Describes the objects of an app or IDE, as client-java's models. */
public final class WorkloadManifests {
    private static final String PORT = "http";

    private final Workload workload;
    private final AppSpec spec;
    private final Rental rental;
    private final WorkloadLocation location;
    private final String revision;

    WorkloadManifests(Workload workload, Rental rental, WorkloadLocation location, String revision) {
        this.workload = workload;
        this.spec = workload.spec();
        this.rental = rental;
        this.location = location;
        this.revision = revision;
    }

    /** Returns a digest of everything that a workload asks for, except the values of its secrets and the time. */
    static String request(Workload workload, WorkloadLocation location) {
        WorkloadManifests models = new WorkloadManifests(workload, workload.rentalFrom(Instant.EPOCH), location, "");
        List<Object> all = new ArrayList<>(List.of(
                models.deploymentWith(Map.of()),
                models.ingress(new KubeObject(Json.object()), ""),
                new TreeSet<>(workload.spec().secrets().keySet())));
        workload.spec().storage().ifPresent(storage -> all.add(models.claimModel(storage)));
        return DnsLabels.digest(Json.sorted(JSON.serialize(all)));
    }

    /** Returns the name of the Secret; empty if none is needed. */
    String secretName() {
        return spec.secrets().isEmpty() ? "" : secretName(spec.name(), revision);
    }

    /**
     * Returns the name of the Secret of a version.
     *
     * @param app the app's name
     * @param revision the version's ID
     * @return the name
     */
    public static String secretName(String app, String revision) {
        return app + "-" + revision;
    }

    V1Secret secret() {
        return new V1Secret()
                .apiVersion("v1")
                .kind("Secret")
                .metadata(metadata(secretName()))
                .data(SecretValues.bytes(spec.secrets()));
    }

    /** Describes the claim of storage, with the annotations of this use case. */
    KubeObject claim(Storage storage) {
        V1PersistentVolumeClaim claim = claimModel(storage);
        claim.getMetadata().putAnnotationsItem(StorageClaim.REQUEST, request(workload, location));
        return new KubeObject(Json.read(JSON.serialize(claim)));
    }

    private V1PersistentVolumeClaim claimModel(Storage storage) {
        V1PersistentVolumeClaimSpec claim = new V1PersistentVolumeClaimSpec()
                .addAccessModesItem("ReadWriteOnce")
                .resources(new V1VolumeResourceRequirements()
                        .putRequestsItem("storage", new Quantity(storage.sizeGib() + "Gi")));
        storage.storageClass().ifPresent(claim::storageClassName);
        return new V1PersistentVolumeClaim()
                .apiVersion("v1")
                .kind("PersistentVolumeClaim")
                .metadata(metadata(workload.store().claimName(spec.name()))
                        .annotations(RentalTags.of(rental))
                        .putAnnotationsItem(StorageClaim.RUN, revision))
                .spec(claim);
    }

    V1Deployment deployment() {
        return deploymentWith(Map.of(StorageClaim.REQUEST, request(workload, location)));
    }

    private V1Deployment deploymentWith(Map<String, String> furtherAnnotations) {
        V1ObjectMeta metadata = annotated(metadata(spec.name()));
        furtherAnnotations.forEach(metadata::putAnnotationsItem);
        Map<String, String> podLabels = new LinkedHashMap<>(labels());
        podLabels.put(Labels.REVISION, revision);
        V1PodTemplateSpec template = new V1PodTemplateSpec()
                .metadata(new V1ObjectMeta().labels(podLabels))
                .spec(PodManifest.of(workload, secretName(), location.isOwners() ? OwnerNamespace.APP_ACCOUNT : ""));
        return new V1Deployment()
                .apiVersion("apps/v1")
                .kind("Deployment")
                .metadata(metadata)
                .spec(new V1DeploymentSpec()
                        .replicas(spec.replicas())
                        .strategy(strategy())
                        .selector(new V1LabelSelector()
                                .putMatchLabelsItem(Labels.RENTAL, rental.id().value()))
                        .template(template));
    }

    /** The old version serves until the new one does, unless both need the same storage. */
    private V1DeploymentStrategy strategy() {
        return spec.storage().isPresent()
                ? new V1DeploymentStrategy().type("Recreate")
                : new V1DeploymentStrategy()
                        .type("RollingUpdate")
                        .rollingUpdate(new V1RollingUpdateDeployment()
                                .maxUnavailable(new IntOrString(0))
                                .maxSurge(new IntOrString("25%")));
    }

    V1Service service(KubeObject deployment) {
        return new V1Service()
                .apiVersion("v1")
                .kind("Service")
                .metadata(owned(metadata(spec.name()), deployment))
                .spec(new V1ServiceSpec()
                        .putSelectorItem(Labels.RENTAL, rental.id().value())
                        .addPortsItem(new V1ServicePort()
                                .name(PORT)
                                .port(spec.port())
                                .targetPort(new IntOrString(spec.port()))));
    }

    /**
     * Describes the Ingress.
     *
     * @param ingressClass its class; empty for the cluster's default
     */
    V1Ingress ingress(KubeObject deployment, String ingressClass) {
        V1IngressBackend backend = new V1IngressBackend()
                .service(new V1IngressServiceBackend()
                        .name(spec.name())
                        .port(new V1ServiceBackendPort().number(spec.port())));
        V1IngressSpec ingress = new V1IngressSpec()
                .addRulesItem(new V1IngressRule()
                        .host(location.host())
                        .http(new V1HTTPIngressRuleValue()
                                .addPathsItem(new V1HTTPIngressPath()
                                        .path("/")
                                        .pathType("Prefix")
                                        .backend(backend))));
        if (!ingressClass.isEmpty()) {
            ingress.ingressClassName(ingressClass);
        }
        spec.tlsSecret()
                .ifPresent(name -> ingress.addTlsItem(
                        new V1IngressTLS().addHostsItem(location.host()).secretName(name)));
        return new V1Ingress()
                .apiVersion("networking.k8s.io/v1")
                .kind("Ingress")
                .metadata(annotated(owned(metadata(spec.name()), deployment)))
                .spec(ingress);
    }

    private Map<String, String> labels() {
        Map<String, String> labels = Labels.of(rental.id(), spec.name(), spec.labels());
        labels.putAll(workload.kind().labels(spec.name()));
        return labels;
    }

    private V1ObjectMeta metadata(String name) {
        return new V1ObjectMeta().name(name).namespace(location.namespace()).labels(labels());
    }

    private V1ObjectMeta annotated(V1ObjectMeta metadata) {
        Map<String, String> annotations = new LinkedHashMap<>(spec.annotations());
        annotations.putAll(RentalTags.of(rental));
        return metadata.annotations(annotations);
    }

    /** The cluster deletes what a Deployment owns with it. */
    private static V1ObjectMeta owned(V1ObjectMeta metadata, KubeObject deployment) {
        return metadata.addOwnerReferencesItem(new V1OwnerReference()
                .apiVersion("apps/v1")
                .kind("Deployment")
                .name(deployment.name())
                .uid(deployment.uid())
                .controller(true)
                .blockOwnerDeletion(true));
    }
}
