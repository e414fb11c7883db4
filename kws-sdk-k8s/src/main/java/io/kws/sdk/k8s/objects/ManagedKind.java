package io.kws.sdk.k8s.objects;

import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.receipts.ResourceKind;

/**
 * The kinds of objects that use cases create, change and delete, and that receipts name. A further kind is added here and
 * nowhere else: how it appears on receipts and when it is deleted follow from its constant. Listed in the order in which
 * they are deleted.
 */
public enum ManagedKind {
    /** A namespace of an owner. */
    NAMESPACE(ApiResource.NAMESPACES, ResourceKind.NAMESPACE, Lifetime.OWNER),
    /** The Deployment of an app or IDE. */
    DEPLOYMENT(ApiResource.DEPLOYMENTS, ResourceKind.DEPLOYMENT, Lifetime.WORKLOAD),
    /** The route from outside to an app or IDE. */
    INGRESS(ApiResource.INGRESSES, ResourceKind.INGRESS, Lifetime.BESIDE_WORKLOAD),
    /** The address of an app or IDE inside the cluster. */
    SERVICE(ApiResource.SERVICES, ResourceKind.SERVICE, Lifetime.BESIDE_WORKLOAD),
    /** The secret variables of an app or IDE. */
    SECRET(ApiResource.SECRETS, ResourceKind.SECRET, Lifetime.BESIDE_WORKLOAD),
    /** The storage of an app, or the workspace of an IDE. */
    PERSISTENT_VOLUME_CLAIM(
            ApiResource.PERSISTENT_VOLUME_CLAIMS, ResourceKind.PERSISTENT_VOLUME_CLAIM, Lifetime.STORAGE);

    /** What an object of a kind is deleted with. */
    public enum Lifetime {
        /** With the last object of an owner. */
        OWNER,
        /** By itself: everything else of an app or IDE is deleted with it. */
        WORKLOAD,
        /** With the Deployment that it was created for. */
        BESIDE_WORKLOAD,
        /** With the app that it was created for, after its Pods; the workspace of an IDE only when asked for. */
        STORAGE
    }

    private final ApiResource api;
    private final ResourceKind receiptKind;
    private final Lifetime lifetime;

    ManagedKind(ApiResource api, ResourceKind receiptKind, Lifetime lifetime) {
        this.api = api;
        this.receiptKind = receiptKind;
        this.lifetime = lifetime;
    }

    /** {@return where the API serves it} */
    public ApiResource api() {
        return api;
    }

    /** {@return what receipts call it} */
    public ResourceKind receiptKind() {
        return receiptKind;
    }

    /** {@return what an object of this kind is deleted with} */
    public Lifetime lifetime() {
        return lifetime;
    }
}
