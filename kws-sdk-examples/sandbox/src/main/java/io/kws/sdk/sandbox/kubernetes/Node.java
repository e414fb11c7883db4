package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.site.Site;

/** The cluster's one machine. */
final class Node {
    static final String VERSION = "v1.20.2";
    static final String ADDRESS = "10.0.0.10";

    private Node() {}

    static String nameOn(Site site) {
        return site.name() + "-node";
    }

    /** Describes the machine, with the room that it has. */
    static ObjectNode describe(Cluster cluster) {
        ObjectNode node = Cluster.named("", nameOn(cluster.site()));
        Meta.of(node).putObject("labels").put("kubernetes.io/hostname", nameOn(cluster.site()));
        ObjectNode status = node.putObject("status");
        for (String bound : new String[] {"capacity", "allocatable"}) {
            ObjectNode amounts = status.putObject(bound);
            cluster.scenario().capacity().forEach((resource, amount) -> amounts.put(resource, amount.toString()));
        }
        status.putArray("addresses").addObject().put("type", "InternalIP").put("address", ADDRESS);
        status.putArray("conditions")
                .addObject()
                .put("type", "Ready")
                .put("status", "True")
                .put("reason", "KubeletReady")
                .put("message", "kubelet is posting ready status")
                .put("lastHeartbeatTime", cluster.now())
                .put("lastTransitionTime", cluster.now());
        status.putObject("nodeInfo").put("kubeletVersion", VERSION).put("osImage", "kws-sandbox");
        return node;
    }
}
