package io.kws.sdk.openstack.images;

import io.kws.sdk.Node;
import io.kws.sdk.images.Image;
import io.kws.sdk.images.ImageChange;
import io.kws.sdk.images.ImageUpload;
import io.kws.sdk.openstack.faults.Change;
import io.kws.sdk.openstack.faults.ChangeFaults;
import io.kws.sdk.transfers.Content;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Changes images under all faults. */
class ChangeFaultsTest {
    @Test
    void change_anyCallFails_isChangedOrNot() throws InterruptedException {
        new ChangeFaults(new Rename()).run();
    }

    private static final class Rename implements Change {
        @Override
        public String title() {
            return "change image";
        }

        @Override
        public void prepare(Node node) {
            node.images()
                    .upload(ImageUpload.builder()
                            .name("before")
                            .content(Content.of(new byte[1000]))
                            .properties(Map.of("colour", "red"))
                            .build());
        }

        @Override
        public void act(Node node) {
            node.images()
                    .change(
                            "before",
                            ImageChange.builder()
                                    .name("after")
                                    .properties(Map.of("colour", "blue"))
                                    .build());
        }

        @Override
        public String flaw(Node node) {
            return node.images()
                    .find("after")
                    .map(Image::properties)
                    .map(properties -> "blue".equals(properties.get("colour")) ? "" : "it is " + properties)
                    .orElse("it has its former name");
        }

        @Override
        public String flawAfterFailure(Node node) {
            return node.images().find("before").isPresent() ? "" : flaw(node);
        }

        @Override
        public void clean(Node node) {
            node.images().delete("before");
            node.images().delete("after");
        }
    }
}
