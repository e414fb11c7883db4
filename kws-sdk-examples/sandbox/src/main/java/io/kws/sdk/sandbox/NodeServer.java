package io.kws.sdk.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Endpoint;
import io.kws.sdk.sandbox.http.Html;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.http.Service;
import io.kws.sdk.sandbox.site.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one node's requests: logs them, lets faults strike, hands them to the services. */
final class NodeServer implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(NodeServer.class);

    private final Map<String, Endpoint> endpoints = new ConcurrentHashMap<>();
    private final FaultPlan faults = new FaultPlan();
    private final CallLog calls = new CallLog();
    private volatile Duration latency = Duration.ZERO;
    private volatile boolean novelty;

    void mount(Service service) {
        mount(service.prefix(), service);
    }

    void mount(String prefix, Endpoint endpoint) {
        endpoints.put(prefix, endpoint);
    }

    FaultPlan faults() {
        return faults;
    }

    CallLog calls() {
        return calls;
    }

    void latency(Duration time) {
        latency = time;
    }

    void addUnknownFields() {
        novelty = true;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Request request = new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders(),
                exchange.getRequestBody(),
                Ids.request());
        try {
            serve(exchange, request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private void serve(HttpExchange exchange, Request request) throws IOException, InterruptedException {
        Optional<Fault> fault = faults.strike(request.method(), request.fullPath());
        Effect effect = fault.map(Fault::effect).orElse(new Effect.None());
        Thread.sleep(fault.map(Fault::delay).orElse(Duration.ZERO).toMillis());
        if (effect instanceof Effect.ResetBefore) {
            log(exchange, request, 0);
        } else if (effect instanceof Effect.Hang) {
            log(exchange, request, 0);
            faults.hang();
        } else {
            Thread.sleep(latency.toMillis());
            Answer answer = answer(request, effect);
            for (Map.Entry<String, String> header : fault.map(Fault::headers).orElse(List.of())) {
                answer = answer.header(header.getKey(), header.getValue());
            }
            boolean lost = effect instanceof Effect.ResetAfter;
            log(exchange, request, lost ? 0 : answer.status());
            if (effect instanceof Effect.SlowBody slow) {
                Wire.trickle(exchange, answer, slow.whole());
            } else if (!lost) {
                Wire.send(exchange, answer);
            }
        }
    }

    private Answer answer(Request request, Effect effect) throws IOException {
        if (effect instanceof Effect.Status status) {
            return failure(request, status.code());
        }
        if (effect instanceof Effect.Text text) {
            return Answer.text(text.code(), text.contentType(), text.body());
        }
        Answer answer = carryOut(request);
        if (effect instanceof Effect.Malformed) {
            byte[] body = Wire.bytes(answer);
            return with(
                    answer, "application/json", body.length < 2 ? "{" : new String(body, 0, body.length / 2, UTF_8));
        }
        if (effect instanceof Effect.Html) {
            return with(answer, "text/html", "<html><body><h1>Some proxy</h1></body></html>");
        }
        return answer;
    }

    private static Answer with(Answer answer, String type, String body) {
        Answer other = Answer.text(answer.status(), type, body);
        for (Map.Entry<String, String> header : answer.headers()) {
            if (!header.getKey().equalsIgnoreCase("Content-Type")) {
                other = other.header(header.getKey(), header.getValue());
            }
        }
        return other;
    }

    private Answer carryOut(Request request) {
        Answer answer = endpoint(request)
                .map(endpoint -> attempt(endpoint, request))
                .orElseGet(() -> Html.page(404, "The resource could not be found."));
        if (novelty) {
            answer.json().ifPresent(Novelty::addTo);
        }
        return answer;
    }

    private Answer attempt(Endpoint endpoint, Request request) {
        try {
            return endpoint.answer(request);
        } catch (UncheckedIOException e) {
            LOG.debug("{} {}: the client went away", request.method(), request.fullPath(), e);
            return failure(request, 400);
        } catch (RuntimeException e) {
            LOG.warn("{} {} failed in the sandbox itself", request.method(), request.fullPath(), e);
            return failure(request, 500);
        }
    }

    private Answer failure(Request request, int status) {
        return endpoint(request)
                .map(endpoint -> endpoint.failure(request, status))
                .orElseGet(() -> Html.page(status, Html.title(status)));
    }

    private Optional<Endpoint> endpoint(Request request) {
        String path = request.fullPath();
        int end = path.indexOf('/', 1);
        return Optional.ofNullable(endpoints.get(path.substring(1, end < 0 ? path.length() : end)));
    }

    private void log(HttpExchange exchange, Request request, int status) {
        String query = request.query().raw();
        int connection = exchange.getRemoteAddress().getPort();
        calls.add(new Call(request.method(), request.fullPath(), query, status, request.id(), connection));
    }
}
