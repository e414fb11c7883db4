package io.kws.sdk.openstack.buckets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.Node;
import io.kws.sdk.buckets.Bucket;
import io.kws.sdk.buckets.BucketRental;
import io.kws.sdk.buckets.BucketSpec;
import io.kws.sdk.buckets.BucketUsage;
import io.kws.sdk.buckets.Buckets;
import io.kws.sdk.buckets.StoredObjects;
import io.kws.sdk.buckets.Visibility;
import io.kws.sdk.errors.AlreadyRentedException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.plans.Plan;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.ReceiptEntry;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.transfers.Content;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openstack4j.api.OSClient.OSClientV3;

/** What buckets must do on any node. */
abstract class BucketsContract {
    static final HttpClient ANYBODY = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private final String suffix = RentalId.random().value();
    private final List<String> made = new ArrayList<>();

    /** Returns the node under test. */
    abstract Node node();

    /** Ends a test, after all has been deleted. */
    void end() {}

    @AfterEach
    void deleteAll() {
        made.forEach(name -> buckets().deleteWithContents(name));
        end();
    }

    final Buckets buckets() {
        return node().buckets();
    }

    final String name(String name) {
        made.add(name + "-" + suffix);
        return name + "-" + suffix;
    }

    /** Returns the objects of a new bucket. */
    final StoredObjects box() {
        return buckets().objects(create("box"));
    }

    final String create(String name) {
        return buckets().create(BucketSpec.named(name(name))).bucket().name();
    }

    static byte[] random(int bytes) {
        byte[] content = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(content);
        return content;
    }

    static HttpResponse<String> fetch(URI url) {
        return send(HttpRequest.newBuilder(url).build());
    }

    static HttpResponse<String> send(HttpRequest request) {
        try {
            return ANYBODY.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void create_namedOnly_isPrivateEmptyAndRented() {
        BucketRental rental = buckets().create(BucketSpec.named(name("new")));

        Bucket bucket = buckets().get(rental.bucket().name());
        assertThat(bucket.rental()).contains(rental.rental());
        assertThat(bucket.visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(bucket.url()).isEqualTo(rental.bucket().url());
        assertThat(bucket.created())
                .isBetween(
                        rental.rental().start().minusSeconds(60),
                        rental.rental().start().plusSeconds(60));
        assertThat(buckets().usage(bucket.name())).isEqualTo(new BucketUsage(0, 0));
        assertThat(rental.receipt().entries())
                .containsExactly(
                        new ReceiptEntry(ResourceKind.BUCKET, bucket.name(), bucket.name(), Outcome.CREATED, ""));
    }

    @Test
    void create_ownerInAnyScriptAndTerm_areReadBackByAnyProgram() {
        BucketRental rental = buckets()
                .create(BucketSpec.builder()
                        .name(name("named"))
                        .owner("Zoë Müller / 홍길동 50%")
                        .term(Duration.ofDays(30))
                        .build());

        assertThat(buckets().get(rental.bucket().name()).rental()).contains(rental.rental());
        assertThat(buckets().ownedBy("Zoë Müller / 홍길동 50%"))
                .extracting(Bucket::name)
                .contains(rental.bucket().name());
        assertThat(buckets().ownedBy("somebody else " + suffix)).isEmpty();
        Map<String, String> metadata = node().unwrap(
                        OSClientV3.class,
                        openstack -> openstack
                                .objectStorage()
                                .containers()
                                .getMetadata(rental.bucket().name()));
        assertThat(metadata.toString().toLowerCase(java.util.Locale.ROOT))
                .contains("kws-rental=" + rental.rental().id());
        assertThat(metadata.toString()).doesNotContainIgnoringCase("kws-claim");
    }

    @Test
    void create_nameTaken_isConflictAndTheOldOneStays() {
        String name = create("taken");
        buckets().objects(name).put("a", Content.of("hello"));
        Bucket before = buckets().get(name);

        assertThatThrownBy(() -> buckets().create(BucketSpec.named(name)))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("already exists (rental "
                        + before.rental().orElseThrow().id() + ")");
        assertThat(buckets().get(name)).isEqualTo(before);
        assertThat(buckets().objects(name).find("a")).isPresent();
    }

    @Test
    void plan_nameTakenOrFree_isSaid() {
        String name = create("planned");

        Plan taken = buckets().plan(BucketSpec.named(name));
        Plan free = buckets().plan(BucketSpec.named(name + "-b"));

        assertThat(taken.problems()).hasExactlyElementsOfTypes(AlreadyRentedException.class);
        assertThat(free.isFeasible()).isTrue();
        assertThat(free.steps()).contains("create bucket");
        assertThat(buckets().find(name + "-b")).isEmpty();
    }

    @Test
    void create_ownerTooLongToKeep_isRefused() {
        assertThatThrownBy(() -> buckets()
                        .create(BucketSpec.builder()
                                .name(name("long"))
                                .owner("あ".repeat(100))
                                .build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("rental owner must be at most 256 bytes");
    }

    @Test
    void list_namesAndBuckets_areComplete() {
        String first = create("list-1");
        String second = create("list-2");
        buckets().objects(first).upload(Uploads.inSegments("big", random(30), 10));

        assertThat(buckets().names()).contains(first, second).doesNotContain(first + "_segments");
        assertThat(buckets().list()).extracting(Bucket::name).contains(first, second);
    }

    @Test
    void get_unknown_suggestsTheNearest() {
        String name = create("photos");

        assertThatThrownBy(() -> buckets().get("photas-" + suffix))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("did you mean \"" + name + "\"?");
        assertThat(buckets().find("photas-" + suffix)).isEmpty();
        assertThatThrownBy(() -> buckets().usage("photas-" + suffix)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> buckets().makePublic("photas-" + suffix)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void usage_countsLargeObjectsWholly() {
        StoredObjects box = box();
        box.put("a", Content.of("hello"));
        box.upload(Uploads.inSegments("big", random(30), 10));

        BucketUsage usage = buckets().usage(made.get(0));

        assertThat(usage.objects()).isEqualTo(2);
        assertThat(usage.bytes()).isGreaterThanOrEqualTo(35);
    }

    @Test
    void makePublic_thenPrivate_opensAndCloses() {
        StoredObjects box = box();
        box.put("a b", Content.of("hello"));
        String name = made.get(0);

        Bucket open = buckets().makePublic(name);
        assertThat(open.visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(fetch(URI.create(open.url() + "/a%20b")).body()).isEqualTo("hello");
        assertThat(fetch(open.url()).body()).isEqualTo("a b\n");
        assertThat(buckets().makePublic(name)).isEqualTo(open);

        assertThat(buckets().makePrivate(name).visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(fetch(URI.create(open.url() + "/a%20b")).statusCode()).isEqualTo(401);
        assertThat(buckets().get(name).rental()).isPresent();
    }

    @Test
    void create_public_isOpenFromTheBeginning() {
        Bucket bucket = buckets()
                .create(BucketSpec.builder()
                        .name(name("open"))
                        .visibility(Visibility.PUBLIC)
                        .build())
                .bucket();

        assertThat(buckets().get(bucket.name()).visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(fetch(bucket.url()).statusCode()).isEqualTo(204);
    }

    @Test
    void delete_emptyThenAgain_isFine() {
        String name = create("gone");

        assertThat(buckets().delete(name).entries(Outcome.DELETED))
                .extracting(ReceiptEntry::name)
                .containsExactly(name);
        assertThat(buckets().delete(name).entries()).isEmpty();
        assertThat(buckets().deleteWithContents(name).entries()).isEmpty();
        assertThat(buckets().find(name)).isEmpty();
    }

    @Test
    void delete_withObjects_isConflictAndKeepsThem() {
        StoredObjects box = box();
        box.put("a", Content.of("hello"));

        assertThatThrownBy(() -> buckets().delete(made.get(0)))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining(
                        "the bucket has 1 object; delete them first, or delete the bucket with its contents");
        assertThat(box.find("a")).isPresent();
    }

    @Test
    void delete_containerNamedAsItsSegments_staysUnlessItIsEmptyOrGoesWithTheContents() {
        String name = name("owner");
        String segments = name + "_segments";
        made.add(segments);
        node().unwrap(
                        OSClientV3.class,
                        openstack -> openstack.objectStorage().containers().create(segments));
        buckets().objects(segments).put("a", Content.of("hello"));

        assertThat(buckets().delete(name).entries()).isEmpty();
        assertThat(buckets().deleteWithContents(name).entries()).isEmpty();
        assertThat(buckets().objects(segments).find("a")).isPresent();

        buckets().create(BucketSpec.named(name));
        assertThat(buckets().delete(name).entries(Outcome.DELETED))
                .extracting(ReceiptEntry::name)
                .containsExactly(name);
        assertThat(buckets().objects(segments).find("a")).isPresent();

        buckets().create(BucketSpec.named(name));
        buckets().deleteWithContents(name);
        assertThat(buckets().find(segments)).isEmpty();
    }

    @Test
    void delete_segmentsOfAnUploadThatBrokeOff_areNotLeftWithoutTheirBucket() {
        StoredObjects box = box();
        String bucket = box.upload(Uploads.inSegments("big", random(30), 10)).bucket();
        node().unwrap(
                        OSClientV3.class,
                        openstack -> openstack.objectStorage().objects().delete(bucket, "big")); // without its segments
        String segments = bucket + "_segments";

        assertThatThrownBy(() -> buckets().delete(bucket))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("segments of broken uploads in \"" + segments + "\"")
                .hasMessageContaining("delete the bucket with its contents");

        buckets().deleteWithContents(bucket);
        assertThat(buckets().find(bucket)).isEmpty();
        assertThat(buckets().find(segments)).isEmpty();
    }

    @Test
    void deleteWithContents_namesOfAllKindsAndLargeObjects_leavesNothing() {
        StoredObjects box = box();
        for (String name : Uploads.NAMES) {
            box.put(name, Content.of("hello"));
        }
        box.upload(Uploads.inSegments("big", random(30), 10));
        String name = made.get(0);

        assertThat(buckets().deleteWithContents(name).entries(Outcome.DELETED))
                .extracting(ReceiptEntry::name)
                .containsExactly(name + "_segments", name);
        assertThat(buckets().names()).doesNotContain(name, name + "_segments");
    }

    @Test
    void objects_ofNoBucket_areNotFoundByItsName() {
        StoredObjects none = buckets().objects("none-" + suffix);

        assertThatThrownBy(() -> none.put("a", Content.of("hello")))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("bucket \"none-" + suffix + "\" does not exist");
        assertThatThrownBy(() -> none.put("a", Content.of(random(3 << 20))))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("bucket \"none-" + suffix + "\" does not exist");
        assertThatThrownBy(none::list)
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("bucket \"none-" + suffix + "\" does not exist");
        assertThatThrownBy(() -> none.get("a")).isInstanceOf(NotFoundException.class);
        assertThat(none.find("a")).isEmpty();
        assertThat(none.delete("a")).isFalse();
    }
}
