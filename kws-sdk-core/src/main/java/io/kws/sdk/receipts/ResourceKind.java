package io.kws.sdk.receipts;

import java.util.Locale;

/** The kinds of resources that use cases create and delete, in the terms of OpenStack and Kubernetes. */
public enum ResourceKind {
    /** A Nova server. */
    SERVER,
    /** A Nova keypair. */
    KEYPAIR,
    /** A Neutron security group with its rules. */
    SECURITY_GROUP,
    /** A Neutron port. */
    PORT,
    /** A Neutron floating IP. */
    FLOATING_IP,
    /** A Glance image. */
    IMAGE,
    /** A Cinder volume. */
    VOLUME,
    /** A snapshot of a Cinder volume. */
    VOLUME_SNAPSHOT,
    /** A Zun container. */
    CONTAINER,
    /** A bucket, which Swift calls a container. */
    BUCKET,
    /** An object in a bucket, or a segment of one. */
    OBJECT,
    /** A Kubernetes namespace, with its quota and permissions. */
    NAMESPACE,
    /** A Kubernetes Deployment, with its Pods. */
    DEPLOYMENT,
    /** A Kubernetes Service. */
    SERVICE,
    /** A Kubernetes Ingress. */
    INGRESS,
    /** A Kubernetes Secret. */
    SECRET,
    /** A Kubernetes PersistentVolumeClaim, with its storage. */
    PERSISTENT_VOLUME_CLAIM,
    /** An app with its storage; used in rentals only, as receipts list its parts. */
    APP,
    /** A web IDE with its workspace; used in rentals only, as receipts list its parts. */
    IDE,
    /** A whole node, considered for a resource that can be placed on any node. */
    NODE;

    /** {@return the kind as used in a sentence, such as {@code security group}} */
    public String label() {
        return switch (this) {
            case FLOATING_IP -> "floating IP";
            case IDE -> "IDE";
            default -> name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
