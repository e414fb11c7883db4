package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.web.Identity;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Brings the cluster nearer to what its objects ask for, each time something has changed. */
final class Controllers {
    private final Cluster cluster;
    private final Writes writes;
    private final Deletion deletion;
    private final Deployments deployments;
    private final ReplicaSets replicaSets;
    private final Claims claims;
    private final Scheduler scheduler;
    private final Kubelet kubelet;
    private final ServiceEndpoints endpoints;

    Controllers(Cluster cluster, Kubelet kubelet) {
        this.cluster = cluster;
        this.writes = new Writes(cluster);
        this.deletion = new Deletion(cluster);
        this.deployments = new Deployments(cluster);
        this.replicaSets = new ReplicaSets(cluster);
        this.claims = new Claims(cluster);
        this.scheduler = new Scheduler(cluster);
        this.kubelet = kubelet;
        this.endpoints = new ServiceEndpoints(cluster);
    }

    /** Makes what every cluster has from the beginning. */
    void prepare() {
        for (String name : List.of("default", "kube-node-lease", "kube-public", "kube-system")) {
            writes.create(Kind.NAMESPACES, "", Cluster.named("", name), Author.CONTROLLER);
            equip(name);
        }
        ObjectNode node = Node.describe(cluster);
        JsonNode status = node.get("status").deepCopy();
        cluster.status(Kind.NODES, writes.create(Kind.NODES, "", node, Author.CONTROLLER), status);
        ObjectNode ingressClass = Cluster.named("", "nginx");
        Meta.of(ingressClass).putObject("annotations").put("ingressclass.kubernetes.io/is-default-class", "true");
        ingressClass.putObject("spec").put("controller", "k8s.io/ingress-nginx");
        writes.create(Kind.INGRESS_CLASSES, "", ingressClass, Author.CONTROLLER);
        ObjectNode storageClass = Cluster.named("", "standard").put("provisioner", Claims.PROVISIONER);
        Meta.of(storageClass).putObject("annotations").put("storageclass.kubernetes.io/is-default-class", "true");
        writes.create(Kind.STORAGE_CLASSES, "", storageClass, Author.CONTROLLER);
        ObjectNode service = Cluster.named("default", "kubernetes");
        service.putObject("spec")
                .putArray("ports")
                .addObject()
                .put("name", "https")
                .put("port", 443);
        writes.create(Kind.SERVICES, "default", service, Author.CONTROLLER);
    }

    void putInOrder(Set<String> namespaces) {
        deletion.collect();
        cluster.store().list(Kind.NAMESPACES, "").stream().filter(Meta::isGoing).forEach(this::empty);
        for (String namespace : namespaces) {
            boolean isThere =
                    cluster.store().find(Kind.NAMESPACES, "", namespace).isPresent();
            if (isThere) {
                putInOrder(namespace);
            } else if (namespace.isEmpty()) {
                cluster.store().list(Kind.NAMESPACES, "").forEach(each -> equip(Meta.name(each)));
                claims.putInOrder(namespace);
            }
        }
        scheduler.placeAll();
    }

    private void putInOrder(String namespace) {
        equip(namespace);
        claims.putInOrder(namespace);
        cluster.store().list(Kind.DEPLOYMENTS, namespace).forEach(deployments::putInOrder);
        cluster.store().list(Kind.REPLICA_SETS, namespace).forEach(replicaSets::putInOrder);
        scheduler.placeAll();
        cluster.store().list(Kind.PODS, namespace).forEach(kubelet::putInOrder);
        endpoints.putInOrder(namespace);
        cluster.store().list(Kind.INGRESSES, namespace).forEach(this::publish);
        Quotas quotas = new Quotas(cluster.store());
        cluster.store()
                .list(Kind.RESOURCE_QUOTAS, namespace)
                .forEach(quota -> cluster.status(Kind.RESOURCE_QUOTAS, quota, quotas.status(quota)));
    }

    /** Each namespace has an account that Pods run as unless they say otherwise, and the cluster's certificate. */
    private void equip(String namespace) {
        boolean isGoing = cluster.store()
                .find(Kind.NAMESPACES, "", namespace)
                .map(Meta::isGoing)
                .orElse(true);
        if (isGoing) {
            return;
        }
        make(Kind.SERVICE_ACCOUNTS, Cluster.named(namespace, "default"));
        ObjectNode authority = Cluster.named(namespace, "kube-root-ca.crt");
        authority.putObject("data").put("ca.crt", Identity.ofThisJvm().pem());
        make(Kind.CONFIG_MAPS, authority);
    }

    private void make(Kind kind, ObjectNode object) {
        String namespace = Meta.namespace(object);
        if (cluster.store().find(kind, namespace, Meta.name(object)).isEmpty()) {
            writes.create(kind, namespace, object, Author.CONTROLLER);
        }
    }

    /** Deletes what a namespace holds, and in the end the namespace. */
    private void empty(ObjectNode namespace) {
        String name = Meta.name(namespace);
        boolean isEmpty = true;
        for (Kind kind : Arrays.stream(Kind.values()).filter(Kind::isNamespaced).toList()) {
            for (ObjectNode object : cluster.store().list(kind, name)) {
                if (!Meta.isGoing(object)) {
                    deletion.delete(kind, object, Deletion.Options.BACKGROUND);
                }
            }
            isEmpty &= cluster.store().list(kind, name).isEmpty();
        }
        if (isEmpty) {
            cluster.store().remove(Kind.NAMESPACES, namespace);
        }
    }

    private void publish(ObjectNode ingress) {
        ObjectNode status = Json.object();
        status.withObject("/loadBalancer").putArray("ingress").addObject().put("ip", "127.0.0.1");
        cluster.status(Kind.INGRESSES, ingress, status);
    }
}
