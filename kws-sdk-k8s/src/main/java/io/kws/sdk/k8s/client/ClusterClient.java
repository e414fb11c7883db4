package io.kws.sdk.k8s.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubernetes.client.openapi.ApiClient;
import io.kws.sdk.config.ClusterConfig;
import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.driver.DriverContext;
import io.kws.sdk.driver.errors.ErrorDetails;
import io.kws.sdk.driver.http.CallChain;
import io.kws.sdk.driver.http.CallChain.NodeCalls;
import io.kws.sdk.driver.http.HttpSender;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.http.Repeatability;
import io.kws.sdk.driver.http.ServiceRequest;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.operations.Timeouts;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes all calls to one cluster. Each call keeps to the thread's deadline, is repeated where that is safe, and ends in an
 * answer or in a {@link KwsException}; {@link CallChain} names the stations of its way. All threads of the client are
 * daemons. Thread-safe.
 */
public final class ClusterClient implements AutoCloseable {
    private static final Duration FOLLOWING_SILENCE = Duration.ZERO; // none is too long

    private final String node;
    private final Timeouts timeouts;
    private final ExecutorService threads;
    private final CallChain chain;
    private final UrlProbe probe;
    private final Connections connections;
    private final ServerVersion version = new ServerVersion();
    private final Set<Runnable> streams = ConcurrentHashMap.newKeySet();

    /**
     * Makes a client. Makes no call.
     *
     * @param config the node
     * @param cluster its cluster
     * @param context the settings that all nodes share
     */
    public ClusterClient(NodeConfig config, ClusterConfig cluster, DriverContext context) {
        this.node = config.name();
        this.timeouts = context.timeouts();
        this.threads = Executors.newCachedThreadPool(daemons("kws-" + node + "-call-"));
        KubernetesApi api = new KubernetesApi();
        NodeCalls calls = new NodeCalls(node, config.maxConcurrentCalls(), context.calls());
        this.chain = new CallChain(calls, api, threads, timeouts);
        this.probe = new UrlProbe(new HttpSender(threads, timeouts, api));
        this.connections = new Connections(new ApiClients(cluster), timeouts, threads);
    }

    private static ThreadFactory daemons(String prefix) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, prefix + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** {@return the node's name} */
    public String node() {
        return node;
    }

    /** {@return how long calls may take} */
    public Timeouts timeouts() {
        return timeouts;
    }

    /** {@return the namespace of the kubeconfig's context or of the Pod; empty if there is none} */
    public String preferredNamespace() {
        return located(() -> connections.current().namespace());
    }

    /** {@return the minor number of the cluster's version, read once and kept; 0 if the cluster does not tell it} */
    public int minorVersion() {
        return version.minor(this::send);
    }

    /**
     * Sends a request.
     *
     * @param request the request
     * @return the object in the answer
     * @throws ServiceFailureException if the answer is not an object
     */
    public JsonNode send(Request request) {
        return located(() -> {
            ServiceRequest toCluster = request.toService();
            return Json.parse(chain.call(toCluster, connections).bytes())
                    .orElseThrow(() -> toCluster.judged(
                            new ServiceFailureException("the answer to " + toCluster + " is not a JSON object")));
        });
    }

    /**
     * Reads an object that may not exist.
     *
     * @param request the request
     * @return the object; empty if it does not exist
     */
    public Optional<JsonNode> find(Request request) {
        try {
            return Optional.of(send(request));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /**
     * Sends a request whose answer is text.
     *
     * @param request the request
     * @return the text
     */
    public String text(Request request) {
        return located(() -> chain.call(request.toService(), connections).text());
    }

    /**
     * Reads all pages of a list.
     *
     * @param request the request
     * @return the items
     */
    public List<JsonNode> list(Request request) {
        return page(request).items();
    }

    /** Reads a whole list and its version. */
    Pages.Page page(Request request) {
        return located(() -> {
            try {
                return Pages.all(request, this::send);
            } catch (ServiceFailureException e) { // such as an answer of 410 to a page asked for too late
                return Pages.wholly(request, this::send);
            }
        });
    }

    /**
     * Watches the objects of a list.
     *
     * @param request the request for the list
     * @param news raised after each change
     * @return the watch; the caller closes it
     */
    public Watch watch(Request request, Signal news) {
        return begin(new Watch(this, request, news::raise, Watch.Refusal.ENDS_IT));
    }

    /**
     * Watches the objects of a list, and calls a listener after each change. Unlike {@link #watch(Request, Signal)}, a
     * refusal does not end the watch: it tries again after pauses of up to 5 minutes, as a missing right may be granted.
     *
     * @param request the request for the list
     * @param news called after each change, on the watch's thread; must return at once
     * @return the watch; the caller closes it
     */
    public Watch watch(Request request, Runnable news) {
        return begin(new Watch(this, request, news, Watch.Refusal.PAUSES_IT));
    }

    private Watch begin(Watch watch) {
        threads.execute(watch);
        return watch;
    }

    /**
     * Opens an answer that arrives line by line.
     *
     * @param request the request
     * @return the lines; the caller closes them
     */
    public LineStream follow(Request request) {
        return open(request, FOLLOWING_SILENCE);
    }

    /**
     * Runs work on a thread of the client.
     *
     * @param work the work
     */
    public void inBackground(Runnable work) {
        threads.execute(work);
    }

    /**
     * Runs a command in a container. Blocks until it ends or the thread's deadline passes.
     *
     * @param pod the Pod's namespace, a slash, and its name
     * @param container the container
     * @param command the program and its arguments
     * @return its exit code and its output
     */
    public Exec.Result exec(String pod, String container, List<String> command) {
        return located(() ->
                connections.withCredentials(connection -> new Exec(connection, chain, pod, container).run(command)));
    }

    /**
     * Requests a URL, without the cluster's credentials, and accepting any certificate.
     *
     * @param url the URL
     * @return the status of the answer, or the reason why there is none
     */
    public UrlProbe.Answer probe(URI url) {
        return probe.ask(url);
    }

    /**
     * Runs work with client-java's client of this cluster.
     *
     * @param work the work
     * @param <R> the type of its result
     * @return its result
     */
    public <R> R unwrap(Function<ApiClient, R> work) {
        return work.apply(located(connections::current).api());
    }

    /** Opens a stream that may be silent for some time. The caller handles all failures, so nothing is repeated. */
    LineStream open(Request request, Duration silence) {
        ServiceRequest streamed =
                request.toService().withStreamedAnswer(silence).withRepeatability(Repeatability.NEVER);
        return located(() -> new LineStream(
                request, (StreamingBody) chain.call(streamed, connections).body()));
    }

    /**
     * Runs work and records this node in its errors.
     *
     * @param work the work
     * @param <R> the type of its result
     * @return its result
     */
    public <R> R located(Supplier<R> work) {
        try {
            return work.get();
        } catch (KwsException e) {
            throw ErrorDetails.onNode(e, node);
        }
    }

    /**
     * Registers a stream to be closed with the client, as it would not end by itself.
     *
     * @param stream closes the stream
     * @return removes the registration; to be called once the stream has ended
     */
    public Runnable closesWithIt(Runnable stream) {
        streams.add(stream);
        return () -> streams.remove(stream);
    }

    /** Closes streams and idle connections. Other calls run to their end. */
    @Override
    public void close() {
        streams.forEach(Runnable::run);
        connections.close();
    }

    /**
     * Returns a label selector.
     *
     * @param labels keys and values that an object must have
     * @return the value of {@code labelSelector}
     */
    public static String selector(Map<String, String> labels) {
        return String.join(
                ",",
                labels.entrySet().stream()
                        .map(label -> label.getKey() + "=" + label.getValue())
                        .sorted()
                        .toList());
    }
}
