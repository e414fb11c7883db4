package io.kws.sdk.openstack.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.kws.sdk.openstack.OpenStackStub.QUICK;
import static io.kws.sdk.openstack.client.RawServer.head;
import static io.kws.sdk.openstack.client.RawServer.rest;
import static io.kws.sdk.openstack.client.RawServer.say;
import static io.kws.sdk.openstack.client.Service.OBJECT_STORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.kws.sdk.config.CloudConfig;
import io.kws.sdk.config.Credentials;
import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.driver.steps.Deadline;
import io.kws.sdk.driver.steps.MoreTime;
import io.kws.sdk.errors.AccessDeniedException;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.errors.WaitTimedOutException;
import io.kws.sdk.openstack.OpenStackStub;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.secrets.Secret;
import io.kws.sdk.transfers.Content;
import io.kws.sdk.transfers.TransferListener;
import io.kws.sdk.transfers.TransferProgress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads and downloads: whole, or an error; never part of one for the whole. */
class TransfersTest {
    private static final Request PUT = Request.of("PUT", OBJECT_STORE, "bucket", "a");
    private static final Request GET = Request.get(OBJECT_STORE, "bucket", "a");
    private static final Timeouts IMPATIENT = impatient(Duration.ofMillis(200));

    @RegisterExtension
    final OpenStackStub cloud = new OpenStackStub("kws1");

    private final byte[] bytes = new byte[3 << 20];

    TransfersTest() {
        new Random(1).nextBytes(bytes);
    }

    private static Timeouts impatient(Duration standstill) {
        return Timeouts.builder()
                .firstPause(Duration.ofMillis(1))
                .longestPause(Duration.ofMillis(2))
                .standstill(standstill)
                .retries(10)
                .build();
    }

    @Test
    void upload_streamOfUnknownLength_arrivesWhole() {
        cloud.answers("PUT", "/bucket/a", 201, "");
        List<TransferProgress> heard = new ArrayList<>();

        cloud.client().upload(PUT, Content.of(new ByteArrayInputStream(bytes)), heard::add);

        assertThat(sent().getBody()).isEqualTo(bytes);
        assertThat(heard).last().isEqualTo(new TransferProgress(bytes.length, OptionalLong.empty()));
        assertThat(heard).extracting(TransferProgress::bytes).isSorted().hasSizeBetween(3, 4);
    }

    @Test
    void upload_knownLength_isAnnounced() {
        cloud.answers("PUT", "/bucket/a", 201, "");

        cloud.client().upload(PUT, Content.of(bytes), TransferListener.NONE);

        assertThat(sent().getBody()).isEqualTo(bytes);
        assertThat(sent().getHeader("Content-Length")).isEqualTo("" + bytes.length);
    }

    @Test
    void upload_nothing_arrives() {
        cloud.answers("PUT", "/bucket/a", 201, "");

        cloud.client().upload(PUT, Content.of(new byte[0]), TransferListener.NONE);

        assertThat(sent().getHeader("Content-Length")).isEqualTo("0");
    }

    @Test
    void upload_checksummed_isThatOfWhatWasSentLast() {
        cloud.answersInTurn("PUT", "/bucket/a", 503, 201);
        Checksummed content = new Checksummed(Content.of("abc"), "MD5");

        cloud.client().upload(PUT, content, TransferListener.NONE);

        assertThat(content.checksum()).isEqualTo("900150983cd24fb0d6963f7d28e17f72");
        assertThat(cloud.count("PUT", "/bucket/a")).isEqualTo(2);
    }

    @Test
    void upload_streamBreaksOff_neverLooksComplete() throws Exception {
        InputStream broken = stream(into -> {
            throw new IOException("the disk is gone");
        });
        InputStream half = new SequenceInputStream(new ByteArrayInputStream(bytes), broken);
        try (RawServer server = new RawServer(client -> head(client) + rest(client))) {
            assertThatThrownBy(() -> client(server, QUICK).upload(PUT, Content.of(half), TransferListener.NONE))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("kws1: the content to send cannot be read: the disk is gone")
                    .hasRootCauseInstanceOf(IOException.class);

            assertThat(server.received()).contains("chunked").doesNotEndWith("0\r\n\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {(3 << 20) - 1, (3 << 20) + 1})
    void upload_lengthIsNotAsAnnounced_neverLooksComplete(int announced) throws Exception {
        Content content = Content.of(new ByteArrayInputStream(bytes), announced);
        try (RawServer server = new RawServer(client -> head(client) + rest(client))) {
            assertThatThrownBy(() -> client(server, QUICK).upload(PUT, content, TransferListener.NONE))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("than the " + announced + " bytes announced");

            assertThat(body(server.received())).hasSizeLessThan(announced);
        }
    }

    /** Else the service might store it while nobody expects it to. */
    @Test
    void upload_breaksOffAtItsEnd_neverLooksComplete() throws Exception {
        InputStream broken = stream(into -> {
            throw new IOException("the disk is gone");
        });
        Content content = Content.of(new SequenceInputStream(new ByteArrayInputStream(bytes), broken), bytes.length);
        try (RawServer server = new RawServer(client -> head(client) + rest(client))) {
            assertThatThrownBy(() -> client(server, QUICK).upload(PUT, content, TransferListener.NONE))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("the disk is gone");

            assertThat(body(server.received())).hasSizeLessThan(bytes.length);
        }
    }

    @Test
    void upload_cannotBeOpened_isAnErrorOfTheContent() {
        Content gone = new Content() {
            @Override
            public OptionalLong lengthBytes() {
                return OptionalLong.empty();
            }

            @Override
            public boolean isRepeatable() {
                return true;
            }

            @Override
            public InputStream open() throws IOException {
                throw new IOException("no such file");
            }
        };
        assertThatThrownBy(() -> cloud.client().upload(PUT, gone, TransferListener.NONE))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("no such file");
    }

    @Test
    void upload_serverTakesNothing_isGivenUp() throws Exception {
        try (RawServer server = new RawServer(TransfersTest::ignore)) {
            assertThatThrownBy(() -> client(server, IMPATIENT).upload(PUT, endless(), TransferListener.NONE))
                    .isInstanceOf(NodeUnavailableException.class)
                    .hasMessageContaining("nothing moved during PUT /bucket/a of object-store within 200 ms");
        }
    }

    @Test
    void upload_stoodStillOnce_hasAllItsTimeAgain() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        try (RawServer server = new RawServer(client -> {
            if (connections.incrementAndGet() == 1) {
                return ignore(client);
            }
            String head = head(client);
            client.getInputStream().readNBytes(bytes.length);
            say(client, "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n");
            return head;
        })) {
            assertThat(client(server, IMPATIENT)
                            .upload(PUT, Content.of(bytes), TransferListener.NONE)
                            .status())
                    .isEqualTo(201);
        }
    }

    @Test
    void upload_zeroBytesAnnouncedButMoreThere_isRefused() {
        assertThatThrownBy(() -> cloud.client()
                        .upload(PUT, Content.of(new ByteArrayInputStream(bytes), 0), TransferListener.NONE))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("it announced 0 bytes, but has more");
    }

    @Test
    void upload_deadlinePasses_ends() throws Exception {
        try (RawServer server = new RawServer(TransfersTest::ignore)) {
            OpenStackClient client = client(server, Timeouts.DEFAULT);
            assertThatThrownBy(() -> Deadline.after(Duration.ofMillis(300))
                            .during(() -> client.upload(PUT, endless(), TransferListener.NONE)))
                    .isInstanceOf(WaitTimedOutException.class);
        }
    }

    @Test
    void upload_interrupted_ends() throws Exception {
        Thread caller = Thread.currentThread();
        AtomicInteger heard = new AtomicInteger();
        try (RawServer server =
                new RawServer(client -> head(client) + rest(client).length())) {
            assertThatThrownBy(() -> client(server, Timeouts.DEFAULT).upload(PUT, endless(), progress -> {
                        if (heard.incrementAndGet() == 2) {
                            caller.interrupt();
                        }
                    }))
                    .isInstanceOf(CancelledException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void upload_slowButMoving_takesLongerThanAnAttempt() {
        cloud.answers("PUT", "/bucket/a", 201, "");

        MoreTime.untilItHolds(standstill -> {
            AtomicInteger left = new AtomicInteger(10);
            InputStream slow = stream(into -> {
                LockSupport.parkNanos(standstill.dividedBy(5).toNanos());
                into[0] = 'x';
                return left.decrementAndGet() < 0 ? -1 : 1;
            });
            assertThatCode(() ->
                            cloud.client(impatient(standstill)).upload(PUT, Content.of(slow), TransferListener.NONE))
                    .doesNotThrowAnyException();
        });

        assertThat(lastSent().getBody()).isEqualTo("xxxxxxxxxx".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void upload_refusedBeforeItIsTaken_tellsTheReason() throws Exception {
        try (RawServer server = new RawServer(client -> {
            String head = head(client);
            say(client, "HTTP/1.1 403 Forbidden\r\nContent-Length: 9\r\nConnection: close\r\n\r\nnot yours");
            client.shutdownOutput();
            return head + rest(client).length();
        })) {
            assertThatThrownBy(() -> client(server, QUICK)
                            .upload(PUT, Content.of(new ByteArrayInputStream(bytes)), TransferListener.NONE))
                    .isInstanceOf(AccessDeniedException.class)
                    .hasMessageContaining("not yours");
        }
    }

    @Test
    void upload_listenerThrows_ends() {
        cloud.answers("PUT", "/bucket/a", 201, "");

        assertThatThrownBy(() -> cloud.client().upload(PUT, Content.of(bytes), progress -> {
                    throw new IllegalStateException("no more");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no more");
    }

    @Test
    void download_isReadAsItComes() throws IOException {
        cloud.answers("GET", "/bucket/a", aResponse().withBody(bytes).withHeader("ETag", "e"));

        try (Download download = cloud.client().download(GET)) {
            assertThat(download.header("etag")).isEqualTo("e");
            assertThat(download.headers()).containsEntry("etag", "e");
            assertThat(download.stream().readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void download_notFound_isAnErrorAndNoContent() {
        cloud.answers("GET", "/bucket/a", 404, "<html>Not Found</html>");

        assertThatThrownBy(() -> cloud.client().download(GET)).isInstanceOf(NotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 100\r\n\r\nhalf", "Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n"})
    void download_breaksOff_isNoEnd(String half) throws Exception {
        try (RawServer server = new RawServer(client -> {
                    String head = head(client);
                    say(client, "HTTP/1.1 200 OK\r\n" + half);
                    return head;
                });
                Download download = client(server, QUICK).download(GET)) {
            assertThatThrownBy(() -> download.stream().readAllBytes())
                    .isInstanceOf(NodeUnavailableException.class)
                    .hasMessageStartingWith("kws1: the connection broke during GET /bucket/a");
            assertThatThrownBy(() -> download.stream().read()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void download_standsStill_isGivenUp() throws Exception {
        try (RawServer server = new RawServer(client -> {
                    String head = head(client);
                    say(client, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
                    return head + rest(client);
                });
                Download download = client(server, IMPATIENT).download(GET)) {
            assertThatThrownBy(() -> download.stream().readAllBytes())
                    .isInstanceOf(NodeUnavailableException.class)
                    .hasMessageContaining("nothing more came for 200 ms");
        }
    }

    @Test
    void download_closedEarly_freesTheConnection() throws Exception {
        try (RawServer server = new RawServer(client -> {
            head(client);
            say(client, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
            return rest(client);
        })) {
            try (Download download = client(server, QUICK).download(GET)) {
                assertThat(download.stream().read()).isEqualTo('h');
            }
            assertThat(server.received()).doesNotContain("GET");
        }
    }

    private static String ignore(Socket client) throws IOException {
        String head = head(client);
        LockSupport.park();
        return head;
    }

    private static Content endless() {
        return Content.of(stream(into -> into.length));
    }

    /** Fills an array with the next bytes, and says how many. */
    private interface Source {
        int fill(byte[] into) throws IOException;
    }

    private static InputStream stream(Source source) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return source.fill(new byte[1]);
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                byte[] part = new byte[length];
                int count = source.fill(part);
                System.arraycopy(part, 0, into, offset, Math.max(0, count));
                return count;
            }
        };
    }

    private LoggedRequest sent() {
        return cloud.requests("PUT", "/bucket/a").get(0);
    }

    private LoggedRequest lastSent() {
        List<LoggedRequest> all = cloud.requests("PUT", "/bucket/a");
        return all.get(all.size() - 1);
    }

    private static String body(String received) {
        return received.substring(received.indexOf("\r\n\r\n") + 4);
    }

    private OpenStackClient client(RawServer server, Timeouts timeouts) {
        CloudConfig config = CloudConfig.builder()
                .authUrl(cloud.url() + "/identity/v3")
                .credentials(Credentials.applicationCredential("id", Secret.of("s")))
                .putEndpointOverrides("object-store", server.address())
                .build();
        return new OpenStackClient(NodeConfig.builder().name("kws1").build(), config, cloud.context(timeouts));
    }
}
