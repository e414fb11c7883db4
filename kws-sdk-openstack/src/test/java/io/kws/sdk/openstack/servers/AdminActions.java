package io.kws.sdk.openstack.servers;

import io.kws.sdk.Kws;
import io.kws.sdk.config.CloudConfig;
import io.kws.sdk.config.Credentials;
import io.kws.sdk.config.IdentityRef;
import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.secrets.Secret;
import org.openstack4j.api.OSClient.OSClientV3;
import org.openstack4j.model.compute.Server;

/** What only an administrator may do to a server. */
final class AdminActions {
    private AdminActions() {}

    /** Puts a server into ERROR. */
    static void resetState(Sandbox sandbox, String node, String serverId) {
        CloudConfig cloud = CloudConfig.builder()
                .authUrl(sandbox.node(node).authUrl())
                .credentials(Credentials.password(
                        IdentityRef.named("admin"), Secret.of("admin"), IdentityRef.named("admin")))
                .build();
        try (Kws admin = Kws.builder()
                .node(NodeConfig.builder().name(node).openstack(cloud).build())
                .build()) {
            admin.node(node)
                    .unwrap(
                            OSClientV3.class,
                            openstack -> openstack.compute().servers().resetState(serverId, Server.Status.ERROR));
        }
    }
}
