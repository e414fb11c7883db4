package io.kws.sdk.k8s.client;

import io.kws.sdk.errors.InvalidRequestException;

/** The kinds of objects that the driver reads and writes, in API versions that clusters have since Kubernetes 1.19. */
public enum ApiResource {
    /** Namespaces. */
    NAMESPACES("/api/v1", "namespaces"),
    /** Nodes; cluster-scoped. */
    NODES("/api/v1", "nodes"),
    /** Pods. */
    PODS("/api/v1", "pods"),
    /** Services. */
    SERVICES("/api/v1", "services"),
    /** Secrets. */
    SECRETS("/api/v1", "secrets"),
    /** ConfigMaps. */
    CONFIG_MAPS("/api/v1", "configmaps"),
    /** Events. */
    EVENTS("/api/v1", "events"),
    /** PersistentVolumeClaims. */
    PERSISTENT_VOLUME_CLAIMS("/api/v1", "persistentvolumeclaims"),
    /** PersistentVolumes; cluster-scoped. */
    PERSISTENT_VOLUMES("/api/v1", "persistentvolumes"),
    /** StorageClasses; cluster-scoped. */
    STORAGE_CLASSES("/apis/storage.k8s.io/v1", "storageclasses"),
    /** ResourceQuotas. */
    RESOURCE_QUOTAS("/api/v1", "resourcequotas"),
    /** LimitRanges. */
    LIMIT_RANGES("/api/v1", "limitranges"),
    /** ServiceAccounts. */
    SERVICE_ACCOUNTS("/api/v1", "serviceaccounts"),
    /** Deployments. */
    DEPLOYMENTS("/apis/apps/v1", "deployments"),
    /** ReplicaSets. */
    REPLICA_SETS("/apis/apps/v1", "replicasets"),
    /** Ingresses. */
    INGRESSES("/apis/networking.k8s.io/v1", "ingresses"),
    /** IngressClasses; cluster-scoped. */
    INGRESS_CLASSES("/apis/networking.k8s.io/v1", "ingressclasses"),
    /** NetworkPolicies. */
    NETWORK_POLICIES("/apis/networking.k8s.io/v1", "networkpolicies"),
    /** Roles. */
    ROLES("/apis/rbac.authorization.k8s.io/v1", "roles"),
    /** RoleBindings. */
    ROLE_BINDINGS("/apis/rbac.authorization.k8s.io/v1", "rolebindings");

    private final String root;
    private final String plural;

    ApiResource(String root, String plural) {
        this.root = root;
        this.plural = plural;
    }

    /** {@return the name of the kind in paths, such as {@code pods}} */
    public String plural() {
        return plural;
    }

    /** Returns the path of all objects, or of those of one namespace. */
    String path(String namespace) {
        return namespace.isEmpty() ? root + "/" + plural : root + "/namespaces/" + segment(namespace) + "/" + plural;
    }

    /** Returns the path of one object; no namespace for one of the whole cluster. */
    String path(String namespace, String name) {
        return path(namespace) + "/" + segment(name);
    }

    /** The names of objects need no encoding; others would lead elsewhere. */
    private static String segment(String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._:-]*")) {
            throw new InvalidRequestException(
                    "an object's name must consist of letters, digits, \"-\", \".\", \"_\" and \":\", was \"" + name
                            + "\"");
        }
        return name;
    }
}
