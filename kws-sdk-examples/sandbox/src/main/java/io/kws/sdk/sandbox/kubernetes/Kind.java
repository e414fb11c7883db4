package io.kws.sdk.sandbox.kubernetes;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The kinds of objects; all of them in version v1 of their group. */
enum Kind {
    NAMESPACES("", "Namespace", "ns"),
    NODES("", "Node", "no"),
    PERSISTENT_VOLUMES("", "PersistentVolume", "pv"),
    PODS("", "Pod", "po"),
    SERVICES("", "Service", "svc"),
    ENDPOINTS("", "Endpoints", "ep"),
    SECRETS("", "Secret", ""),
    CONFIG_MAPS("", "ConfigMap", "cm"),
    PERSISTENT_VOLUME_CLAIMS("", "PersistentVolumeClaim", "pvc"),
    EVENTS("", "Event", "ev"),
    SERVICE_ACCOUNTS("", "ServiceAccount", "sa"),
    RESOURCE_QUOTAS("", "ResourceQuota", "quota"),
    LIMIT_RANGES("", "LimitRange", "limits"),
    DEPLOYMENTS("apps", "Deployment", "deploy"),
    REPLICA_SETS("apps", "ReplicaSet", "rs"),
    INGRESSES("networking.k8s.io", "Ingress", "ing"),
    INGRESS_CLASSES("networking.k8s.io", "IngressClass", ""),
    NETWORK_POLICIES("networking.k8s.io", "NetworkPolicy", "netpol"),
    ROLES("rbac.authorization.k8s.io", "Role", ""),
    ROLE_BINDINGS("rbac.authorization.k8s.io", "RoleBinding", ""),
    CLUSTER_ROLES("rbac.authorization.k8s.io", "ClusterRole", ""),
    CLUSTER_ROLE_BINDINGS("rbac.authorization.k8s.io", "ClusterRoleBinding", ""),
    STORAGE_CLASSES("storage.k8s.io", "StorageClass", "sc");

    static final String VERSION = "v1";

    private final String group;
    private final String word;
    private final String shortName;

    Kind(String group, String word, String shortName) {
        this.group = group;
        this.word = word;
        this.shortName = shortName;
    }

    /** The group; empty for the core. */
    String group() {
        return group;
    }

    /** Such as {@code Deployment}. */
    String word() {
        return word;
    }

    /** Such as {@code Deployment.apps}. */
    String qualifiedWord() {
        return group.isEmpty() ? word : word + "." + group;
    }

    /** Such as {@code deployments}. */
    String plural() {
        return name().replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** Such as {@code deployments.apps}. */
    String resource() {
        return group.isEmpty() ? plural() : plural() + "." + group;
    }

    String apiVersion() {
        return group.isEmpty() ? VERSION : group + "/" + VERSION;
    }

    /** Such as {@code deploy}; empty if there is none. */
    String shortName() {
        return shortName;
    }

    boolean isNamespaced() {
        return !Set.of(
                        NAMESPACES,
                        NODES,
                        PERSISTENT_VOLUMES,
                        INGRESS_CLASSES,
                        CLUSTER_ROLES,
                        CLUSTER_ROLE_BINDINGS,
                        STORAGE_CLASSES)
                .contains(this);
    }

    /** Whether {@code kubectl get all} shows them. */
    boolean isOfAll() {
        return Set.of(PODS, SERVICES, DEPLOYMENTS, REPLICA_SETS).contains(this);
    }

    /** Whether the status is written by a path of its own. */
    boolean hasStatus() {
        return Set.of(
                        NAMESPACES,
                        NODES,
                        PERSISTENT_VOLUMES,
                        PODS,
                        SERVICES,
                        PERSISTENT_VOLUME_CLAIMS,
                        RESOURCE_QUOTAS,
                        DEPLOYMENTS,
                        REPLICA_SETS,
                        INGRESSES)
                .contains(this);
    }

    /** Whether the changes of the specification are counted. */
    boolean hasGeneration() {
        return Set.of(DEPLOYMENTS, REPLICA_SETS, INGRESSES, INGRESS_CLASSES, NETWORK_POLICIES)
                .contains(this);
    }

    boolean isScaled() {
        return this == DEPLOYMENTS || this == REPLICA_SETS;
    }

    static Optional<Kind> of(String group, String plural) {
        return Arrays.stream(values())
                .filter(kind -> kind.group.equals(group) && kind.plural().equals(plural))
                .findFirst();
    }

    /** The kind of an object, as its {@code apiVersion} and {@code kind} say. */
    static Optional<Kind> named(String apiVersion, String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.apiVersion().equals(apiVersion) && kind.word.equals(word))
                .findFirst();
    }
}
