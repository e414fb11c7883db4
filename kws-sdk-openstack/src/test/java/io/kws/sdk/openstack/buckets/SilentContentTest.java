package io.kws.sdk.openstack.buckets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.Kws;
import io.kws.sdk.buckets.BucketSpec;
import io.kws.sdk.buckets.StoredObject;
import io.kws.sdk.buckets.StoredObjects;
import io.kws.sdk.buckets.UploadSpec;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.openstack.SandboxNodes;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.transfers.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** An upload whose content does not come. */
class SilentContentTest {
    @Test
    void uploadAsync_contentIsSilentAndCancelled_endsAndLeavesNothing() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        InputStream silent = new InputStream() {
            @Override
            public int read() throws IOException {
                asked.countDown();
                try {
                    never.await();
                } catch (InterruptedException e) {
                    throw new InterruptedIOException();
                }
                return -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return read();
            }
        };
        try (Sandbox sandbox = Sandbox.start("kws1");
                Kws kws = SandboxNodes.connect(sandbox)) {
            kws.node("kws1").buckets().create(BucketSpec.named("my-bucket"));
            StoredObjects objects = kws.node("kws1").buckets().objects("my-bucket");

            Operation<StoredObject> operation = objects.uploadAsync(UploadSpec.builder()
                    .name("a")
                    .content(Content.of(silent, 10))
                    .build());
            asked.await();
            operation.cancel();

            assertThatThrownBy(() -> operation.await(Duration.ofSeconds(20))).isInstanceOf(CancelledException.class);
            assertThat(objects.find("a")).isEmpty();
        } finally {
            never.countDown();
        }
    }
}
