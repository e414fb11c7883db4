package io.kws.sdk.openstack.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.images.Image;
import io.kws.sdk.images.ImageChange;
import io.kws.sdk.images.ImageUpload;
import io.kws.sdk.openstack.SandboxNodes;
import io.kws.sdk.sandbox.Fault;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.transfers.Content;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Images on the sandbox. */
class SandboxImagesTest extends ImagesContract {
    private final Sandbox sandbox = Sandbox.start("kws1");
    private final Kws kws = SandboxNodes.connect(sandbox);

    @Override
    Node node() {
        return kws.node("kws1");
    }

    @Test
    void change_answerLost_isDoneOnce() {
        Image image = node().images()
                .upload(ImageUpload.builder()
                        .name("mine")
                        .content(Content.of("disk"))
                        .properties(Map.of("os_distro", "debian"))
                        .build());
        sandbox.node("kws1").inject(Fault.on("PATCH", "/v2/images/").resetAfter());

        Image changed = node().images()
                .change(
                        image.id(),
                        ImageChange.builder().removedProperties("os_distro").build());

        assertThat(changed.properties()).doesNotContainKey("os_distro");
    }

    @Override
    void end() {
        kws.close();
        sandbox.close();
    }
}
