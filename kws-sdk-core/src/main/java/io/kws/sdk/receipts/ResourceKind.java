package io.kws.sdk.receipts;

import java.util.Locale;

/** The kinds of resources that use cases make and remove, in the terms of OpenStack and Kubernetes. */
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
    /** A Kubernetes namespace, with its limits and rights. */
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
    /** An app with its storage; among rentals only, as receipts name what it is made of. */
    APP,
    /** A web IDE with its workspace; among rentals only, as receipts name what it is made of. */
    IDE,
    /** A whole node, which was looked at for something that may be on any. */
    NODE;

    /** {@return the kind as it reads in a sentence, such as {@code security group}} */
    public String label() {
        return switch (this) {
            case FLOATING_IP -> "floating IP";
            case IDE -> "IDE";
            default -> name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
