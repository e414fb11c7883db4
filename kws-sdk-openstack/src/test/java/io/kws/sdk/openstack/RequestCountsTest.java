package io.kws.sdk.openstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.buckets.BucketSpec;
import io.kws.sdk.containers.ContainerSpec;
import io.kws.sdk.images.ImageUpload;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.sandbox.SandboxNode;
import io.kws.sdk.transfers.Content;
import io.kws.sdk.volumes.VolumeSpec;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many requests each use case costs where nothing need be waited for, the login not counted. */
class RequestCountsTest {
    private final Sandbox sandbox = Sandbox.start("kws1");
    private final SandboxNode cloud = sandbox.node("kws1");
    private final Kws kws = SandboxNodes.connect(sandbox);
    private final Node node = kws.node("kws1");

    @TempDir
    Path folder;

    @BeforeEach
    void logIn() {
        cloud.settleTime(Duration.ZERO);
        cloud.bootTime(Duration.ZERO);
        node.flavors().list();
    }

    @AfterEach
    void end() {
        kws.close();
        sandbox.close();
    }

    private void costs(int requests, Runnable useCase) {
        cloud.clearCalls();
        useCase.run();
        assertThat(cloud.calls()).hasSize(requests);
    }

    @Test
    void images() {
        costs(
                3,
                () -> node.images()
                        .upload(ImageUpload.builder()
                                .name("mine")
                                .content(Content.of(new byte[1000]))
                                .build()));
        costs(3, () -> node.images().download("mine", folder.resolve("copy")));
        costs(2, () -> node.images().rename("mine", "ours"));
        costs(2, () -> node.images().delete("ours"));
    }

    @Test
    void volumes() {
        costs(
                2,
                () -> node.volumes()
                        .create(VolumeSpec.builder().name("data").sizeGib(1).build()));
        costs(3, () -> node.volumes().extend("data", 2));
        costs(4, () -> node.volumes().delete("data"));
    }

    @Test
    void buckets() {
        costs(3, () -> node.buckets().create(BucketSpec.named("my-bucket")));
        node.buckets().objects("my-bucket").put("warm", Content.of("up"));
        costs(2, () -> node.buckets().objects("my-bucket").put("a", Content.of("hello")));
        costs(1, () -> node.buckets().objects("my-bucket").download("a", folder.resolve("a")));
        costs(1, () -> node.buckets().objects("my-bucket").list());
        costs(2, () -> node.buckets().objects("my-bucket").delete("a"));
    }

    @Test
    void containers() {
        costs(
                4,
                () -> node.containers()
                        .run(ContainerSpec.builder()
                                .name("web-1")
                                .image("nginx")
                                .build()));
    }

    @Test
    void limits() {
        costs(5, () -> node.limits().get());
    }
}
