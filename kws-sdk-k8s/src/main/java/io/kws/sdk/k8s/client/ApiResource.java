package io.kws.sdk.k8s.client;

import io.kws.sdk.errors.InvalidRequestException;

/** The kinds of objects that the driver reads and writes, in versions that clusters from 1.19 on have. */
public enum ApiResource {
    /** Namespaces. */
    NAMESPACES("/api/v1", "namespaces"),
    /** Machines, of the whole cluster. */
    NODES("/api/v1", "nodes"),
    /** Pods. */
    PODS("/api/v1", "pods"),
    /** Services. */
    SERVICES("/api/v1", "services"),
    /** Secrets. */
    SECRETS("/api/v1", "secrets"),
    /** Settings. */
    CONFIG_MAPS("/api/v1", "configmaps"),
    /** Events. */
    EVENTS("/api/v1", "events"),
    /** Claims of storage. */
    PERSISTENT_VOLUME_CLAIMS("/api/v1", "persistentvolumeclaims"),
    /** Volumes of storage, of the whole cluster. */
    PERSISTENT_VOLUMES("/api/v1", "persistentvolumes"),
    /** Classes of storage, of the whole cluster. */
    STORAGE_CLASSES("/apis/storage.k8s.io/v1", "storageclasses"),
    /** Quotas of namespaces. */
    RESOURCE_QUOTAS("/api/v1", "resourcequotas"),
    /** Defaults of namespaces. */
    LIMIT_RANGES("/api/v1", "limitranges"),
    /** Accounts for programs. */
    SERVICE_ACCOUNTS("/api/v1", "serviceaccounts"),
    /** Deployments. */
    DEPLOYMENTS("/apis/apps/v1", "deployments"),
    /** The versions of Deployments. */
    REPLICA_SETS("/apis/apps/v1", "replicasets"),
    /** Ingresses. */
    INGRESSES("/apis/networking.k8s.io/v1", "ingresses"),
    /** Classes of Ingresses, of the whole cluster. */
    INGRESS_CLASSES("/apis/networking.k8s.io/v1", "ingressclasses"),
    /** Who may connect to whom. */
    NETWORK_POLICIES("/apis/networking.k8s.io/v1", "networkpolicies"),
    /** Rights in a namespace. */
    ROLES("/apis/rbac.authorization.k8s.io/v1", "roles"),
    /** Who has these rights. */
    ROLE_BINDINGS("/apis/rbac.authorization.k8s.io/v1", "rolebindings");

    private final String root;
    private final String plural;

    ApiResource(String root, String plural) {
        this.root = root;
        this.plural = plural;
    }

    /** {@return the word for the objects in paths, such as {@code pods}} */
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
            throw new InvalidRequestException("nothing can be named \"" + name + "\"");
        }
        return name;
    }
}
