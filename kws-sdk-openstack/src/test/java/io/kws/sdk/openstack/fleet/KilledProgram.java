package io.kws.sdk.openstack.fleet;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.buckets.BucketSpec;
import io.kws.sdk.containers.ContainerSpec;
import io.kws.sdk.openstack.SandboxNodes;
import io.kws.sdk.servers.Port;
import io.kws.sdk.servers.ServerSpec;
import io.kws.sdk.trace.Call;
import io.kws.sdk.trace.CallListener;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A program of its own JVM, which rents something and dies on the way. */
final class KilledProgram {
    /** How it ends when it is killed. */
    static final int KILLED = 99;

    private static final Duration TERM = Duration.ofDays(1);

    private KilledProgram() {}

    /** Takes the address of Keystone, the port of the way into servers, the use case, and the number of the last call. */
    public static void main(String[] args) {
        AtomicInteger left = new AtomicInteger(Integer.parseInt(args[3]));
        CallListener killer = call -> {
            if (isCounted(call) && left.decrementAndGet() == 0) {
                Runtime.getRuntime().halt(KILLED);
            }
        };
        Kws.Builder builder = Kws.builder().timeouts(SandboxNodes.FAST).onCall(killer);
        try (Kws kws = builder.node(SandboxNodes.config("kws1", URI.create(args[0]), Integer.parseInt(args[1])))
                .build()) {
            make(args[2], kws.node("kws1"));
        }
    }

    static void make(String useCase, Node node) {
        switch (useCase) {
            case "server" -> rentServer(node);
            case "container" -> runContainer(node);
            default -> makeBucket(node);
        }
    }

    /** Between two calls that change nothing, a death changes nothing either; {@code kws.kills=all} tries them all the same. */
    static boolean isCounted(Call call) {
        return System.getProperty("kws.kills", "").equals("all")
                || !(call.method().equals("GET")
                        || call.method().equals("HEAD")
                        || call.service().equals("identity"));
    }

    private static void rentServer(Node node) {
        var unused = node.servers()
                .rent(ServerSpec.builder()
                        .name("web-1")
                        .image("ubuntu-22.04")
                        .flavor("m1.nano")
                        .reachableOn(Port.SSH)
                        .term(TERM)
                        .build());
    }

    private static void runContainer(Node node) {
        var unused = node.containers()
                .run(ContainerSpec.builder()
                        .name("web-1")
                        .image("nginx")
                        .network("private")
                        .exposedPorts(Port.HTTP)
                        .term(TERM)
                        .build());
    }

    private static void makeBucket(Node node) {
        var unused = node.buckets()
                .create(BucketSpec.builder().name("web-1").term(TERM).build());
    }
}
