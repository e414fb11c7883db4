package io.kws.sdk.k8s.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.http.CallChain;
import io.kws.sdk.driver.http.ErrorMapping;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.steps.Deadline;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.errors.WaitTimedOutException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Runs a command in a container over a web socket, by the protocol {@code v4.channel.k8s.io}. */
public final class Exec {
    private static final int MOST_BYTES = 1 << 20;

    private final Connection connection;
    private final CallChain chain;
    private final Request request;
    private final String container;

    Exec(Connection connection, CallChain chain, String pod, String container) {
        this.connection = connection;
        this.chain = chain;
        this.request = Request.part(ApiResource.PODS, pod, "exec");
        this.container = container;
    }

    /**
     * The result of a command.
     *
     * @param exitCode its exit code
     * @param out the first 1 MiB of its standard output
     * @param err the first 1 MiB of its standard error
     */
    public record Result(int exitCode, String out, String err) {}

    Result run(List<String> command) {
        Request whole =
                request.query("container", container).query("stdout", "true").query("stderr", "true");
        for (String word : command) {
            whole = whole.query("command", word);
        }
        okhttp3.Request upgrade = OkHttpTransport.okHttp(connection.authorize(whole.toService()))
                .newBuilder()
                .header("Sec-WebSocket-Protocol", "v4.channel.k8s.io")
                .build();
        OkHttpClient client = connection.transport().withReadTimeout(Duration.ZERO);
        Session session = new Session();
        WebSocket socket = client.newWebSocket(upgrade, session);
        try {
            return session.await(Deadline.current());
        } finally {
            socket.cancel();
        }
    }

    /** Hears what the command writes and how it ends. Channels: 1 its output, 2 its errors, 3 its end. */
    private final class Session extends WebSocketListener {
        private final long begun = System.nanoTime();
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final ByteArrayOutputStream err = new ByteArrayOutputStream();
        private final CompletableFuture<Result> result = new CompletableFuture<>();

        @Override
        public void onOpen(WebSocket socket, Response response) {
            tell(response.code());
        }

        @Override
        public void onMessage(WebSocket socket, ByteString message) {
            if (message.size() == 0) {
                return;
            }
            ByteString content = message.substring(1);
            switch (message.getByte(0)) {
                case 1 -> append(out, content);
                case 2 -> append(err, content);
                case 3 -> end(content.utf8());
                default -> {}
            }
        }

        @Override
        public void onClosing(WebSocket socket, int code, String reason) {
            fail(new NodeUnavailableException("the connection ended before the command ended"));
        }

        @Override
        public void onFailure(WebSocket socket, Throwable failure, @Nullable Response response) {
            tell(response == null ? 0 : response.code());
            if (response == null || response.code() == 101) {
                fail(new NodeUnavailableException(
                        "the connection broke while the command ran (%s)".formatted(failure.getMessage()), failure));
            } else {
                fail(refusal(response));
            }
        }

        private KwsException refusal(Response response) {
            try (response) {
                return new ErrorMapping(new KubernetesApi()).of(request.toService(), OkHttpTransport.whole(response));
            } catch (IOException e) {
                return new NodeUnavailableException("the connection broke during " + request, e);
            }
        }

        /** The query holds the command, which may hold secrets. */
        private void tell(int status) {
            chain.tell(request.toService(), status, Duration.ofNanos(System.nanoTime() - begun));
        }

        private void append(ByteArrayOutputStream to, ByteString content) {
            int room = Math.min(MOST_BYTES - to.size(), content.size());
            to.write(content.toByteArray(), 0, room);
        }

        private void end(String json) {
            JsonNode status = Json.parse(json).orElse(Json.object());
            if (status.path("status").asText().equals("Success")) {
                complete(0);
                return;
            }
            for (JsonNode cause : status.path("details").path("causes")) {
                if (cause.path("reason").asText().equals("ExitCode")) {
                    complete(cause.path("message").asInt());
                    return;
                }
            }
            fail(notRun(status.path("message").asText("the cluster gives no reason")));
        }

        private KwsException notRun(String message) {
            boolean isMissing = message.contains("not found") || message.contains("no such file");
            return isMissing ? new InvalidRequestException(message) : new ServiceFailureException(message);
        }

        private void complete(int exitCode) {
            result.complete(
                    new Result(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8)));
        }

        private void fail(KwsException failure) {
            result.completeExceptionally(failure);
        }

        Result await(Deadline deadline) {
            try {
                return result.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                throw new WaitTimedOutException("the command did not end in time; it may still be running", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledException("the thread was interrupted; the command may still be running", e);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof KwsException known) {
                    throw known;
                }
                throw new IllegalStateException("the command failed unexpectedly", e.getCause());
            }
        }
    }
}
