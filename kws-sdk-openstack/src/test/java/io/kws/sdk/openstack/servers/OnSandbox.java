package io.kws.sdk.openstack.servers;

import io.kws.sdk.Kws;
import io.kws.sdk.openstack.SandboxNodes;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.sandbox.SandboxNode;
import io.kws.sdk.servers.ServerSpec;
import io.kws.sdk.servers.Servers;
import org.junit.jupiter.api.AfterEach;

/** Two nodes of a sandbox, whose servers are reached through its proxies. */
abstract class OnSandbox {
    final Sandbox sandbox = Sandbox.start("kws1", "kws2");
    final SandboxNode cloud = sandbox.node("kws1");
    final Kws kws = connect(Kws.builder());
    final Servers servers = kws.node("kws1").servers();

    @AfterEach
    void end() {
        kws.close();
        sandbox.close();
    }

    /** Returns both nodes; the caller closes them. */
    final Kws connect(Kws.Builder builder) {
        return SandboxNodes.connect(sandbox, builder.timeouts(SandboxNodes.FAST));
    }

    static ServerSpec.Options spec(String name) {
        return ServerSpec.builder().name(name).image("debian-12").flavor("m1.nano");
    }

    /** Returns how often a call that begins so was received. */
    final long count(String method, String path) {
        return cloud.calls().stream()
                .filter(call -> call.method().equals(method) && call.path().startsWith(path))
                .count();
    }
}
