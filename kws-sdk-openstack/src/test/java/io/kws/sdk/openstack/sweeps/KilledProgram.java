package io.kws.sdk.openstack.sweeps;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.buckets.BucketSpec;
import io.kws.sdk.buckets.UploadSpec;
import io.kws.sdk.containers.ContainerSpec;
import io.kws.sdk.images.ImageUpload;
import io.kws.sdk.internal.nodes.Death;
import io.kws.sdk.openstack.SandboxNodes;
import io.kws.sdk.servers.Port;
import io.kws.sdk.servers.ServerSpec;
import io.kws.sdk.transfers.Content;
import java.net.URI;
import java.time.Duration;

/** A program of its own JVM, which rents something and dies on the way. */
final class KilledProgram {
    private static final String NAME = "web-1";
    private static final String BUCKET = "results";
    private static final Duration TERM = Duration.ofDays(1);

    private KilledProgram() {}

    /** Takes the address of Keystone, the port of the way into servers, the use case, and the number of the last call. */
    public static void main(String[] args) {
        Kws.Builder builder =
                Kws.builder().timeouts(SandboxNodes.FAST).onCall(Death.after(Integer.parseInt(args[3]), Death::counts));
        try (Kws kws = builder.node(SandboxNodes.config("kws1", URI.create(args[0]), Integer.parseInt(args[1])))
                .build()) {
            make(args[2], kws.node("kws1"));
        }
    }

    static void make(String useCase, Node node) {
        switch (useCase) {
            case "server" -> rentServer(node);
            case "container" -> runContainer(node);
            case "image" -> uploadImage(node);
            case "object" -> uploadInSegments(node);
            default -> makeBucket(node);
        }
    }

    private static void rentServer(Node node) {
        var unused = node.servers()
                .rent(ServerSpec.builder()
                        .name(NAME)
                        .image("ubuntu-22.04")
                        .flavor("m1.nano")
                        .reachableOn(Port.SSH)
                        .term(TERM)
                        .build());
    }

    private static void runContainer(Node node) {
        var unused = node.containers()
                .run(ContainerSpec.builder()
                        .name(NAME)
                        .image("nginx")
                        .network("private")
                        .exposedPorts(Port.HTTP)
                        .term(TERM)
                        .build());
    }

    private static void makeBucket(Node node) {
        var unused =
                node.buckets().create(BucketSpec.builder().name(NAME).term(TERM).build());
    }

    private static void uploadImage(Node node) {
        var unused = node.images()
                .upload(ImageUpload.builder()
                        .name(NAME)
                        .content(Content.of("data"))
                        .build());
    }

    private static void uploadInSegments(Node node) {
        var unused = node.buckets()
                .objects(BUCKET)
                .upload(UploadSpec.builder()
                        .name(NAME)
                        .content(Content.of("abc"))
                        .segmentBytes(1)
                        .build());
    }

    /** Makes what the use case needs to be there. */
    static void prepare(String useCase, Node node) {
        if (useCase.equals("object")) {
            var unused = node.buckets().create(BucketSpec.builder().name(BUCKET).build());
        }
    }

    /** Takes away what was prepared, and what an upload has finished, as only that is the user's. */
    static void takeAwayWhatIsWhole(String useCase, Node node) {
        switch (useCase) {
            case "image" ->
                node.images().list().stream()
                        .filter(image ->
                                image.name().equals(NAME) && image.status().equals("active"))
                        .forEach(image -> node.images().delete(image.id()));
            case "object" -> {
                node.buckets().objects(BUCKET).delete(NAME);
                node.buckets().delete(BUCKET);
            }
            default -> {}
        }
    }
}
