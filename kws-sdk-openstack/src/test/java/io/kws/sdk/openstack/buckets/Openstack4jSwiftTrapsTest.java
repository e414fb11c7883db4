package io.kws.sdk.openstack.buckets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.Kws;
import io.kws.sdk.buckets.BucketSpec;
import io.kws.sdk.buckets.Buckets;
import io.kws.sdk.buckets.StoredObject;
import io.kws.sdk.buckets.StoredObjects;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.openstack.SandboxNodes;
import io.kws.sdk.sandbox.Leftover;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.sandbox.SandboxNode;
import io.kws.sdk.transfers.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openstack4j.api.OSClient.OSClientV3;
import org.openstack4j.model.common.Identifier;
import org.openstack4j.model.common.Payloads;
import org.openstack4j.openstack.OSFactory;

/** What goes wrong with openstack4j's object storage alone, and does not here. */
class Openstack4jSwiftTrapsTest {
    private final Sandbox sandbox = Sandbox.start("kws1");
    private final SandboxNode cloud = sandbox.node("kws1");
    private final Kws kws = SandboxNodes.connect(sandbox);
    private final Buckets buckets = kws.node("kws1").buckets();
    private final StoredObjects box = buckets.objects("box");

    @BeforeEach
    void create() {
        buckets.create(BucketSpec.named("box"));
    }

    @AfterEach
    void end() {
        kws.close();
        sandbox.close();
    }

    /** Works on a thread of its own, as openstack4j leaves its session on it. */
    private <R> R plain(Function<OSClientV3, R> work) {
        return CompletableFuture.supplyAsync(
                        () -> work.apply(OSFactory.builderV3()
                                .endpoint(cloud.authUrl().toString())
                                .credentials("demo", "demo", Identifier.byId("default"))
                                .scopeToProject(Identifier.byName("demo"), Identifier.byId("default"))
                                .authenticate()),
                        task -> new Thread(task).start())
                .join();
    }

    private List<String> leftovers() {
        return cloud.leftovers().stream().map(Leftover::id).toList();
    }

    private List<String> names() {
        return box.list().objects().stream().map(StoredObject::name).toList();
    }

    /** Names go into the path as they are: what looks like an escape or a query is taken for one. */
    @ParameterizedTest
    @CsvSource({"a#b, a", "a?b=c, a", "100%25, 100%"})
    void put_nameWithMarks_isStoredUnderThatName(String name, String stored) {
        plain(client -> client.objectStorage()
                .objects()
                .put("box", name, Payloads.create(new ByteArrayInputStream(new byte[1]))));
        assertThat(names()).containsExactly(stored);

        box.put(name, Content.of("hello"));
        assertThat(names()).contains(name);
    }

    /** A taken name is a success, and the other's bucket is changed. */
    @Test
    void create_nameTaken_isConflict() {
        boolean success = plain(
                client -> client.objectStorage().containers().create("box").isSuccess());

        assertThat(success).isTrue();
        assertThatThrownBy(() -> buckets.create(BucketSpec.named("box"))).isInstanceOf(ConflictException.class);
    }

    /** Deleting a large object leaves all of its content. */
    @Test
    void delete_largeObject_deletesItsSegments() {
        box.upload(Uploads.inSegments("a", new byte[30], 10));
        boolean success = plain(
                client -> client.objectStorage().objects().delete("box", "a").isSuccess());
        assertThat(success).isTrue();
        assertThat(leftovers()).hasSize(5);
        buckets.deleteWithContents("box");

        buckets.create(BucketSpec.named("box"));
        box.upload(Uploads.inSegments("a", new byte[30], 10));
        box.delete("a");
        assertThat(leftovers()).containsExactly("box", "box_segments");
    }

    /** The content of a missing object is the error's page. */
    @Test
    void open_missingObject_isNotFound() {
        String content = plain(client -> {
            try {
                return new String(
                        client.objectStorage()
                                .objects()
                                .download("box", "a")
                                .getInputStream()
                                .readAllBytes(),
                        StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });

        assertThat(content).contains("The resource could not be found.");
        assertThatThrownBy(() -> box.open("a")).isInstanceOf(NotFoundException.class);
    }
}
