package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Endpoint;
import io.kws.sdk.sandbox.http.Html;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.site.Remnant;
import io.kws.sdk.sandbox.site.Site;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/** A cluster of one machine: its API, its controllers, its images and its Ingress. Thread-safe. */
public final class Kubernetes implements Endpoint, AutoCloseable {
    /** What the paths of the API begin with. */
    public static final List<String> PREFIXES =
            List.of("api", "apis", "version", "openapi", "healthz", "livez", "readyz");

    private static final Set<Kind> SYSTEMS =
            Set.of(Kind.NODES, Kind.EVENTS, Kind.ENDPOINTS, Kind.INGRESS_CLASSES, Kind.STORAGE_CLASSES);
    private static final Set<String> SYSTEM_NAMES = Set.of(
            "Namespace/default",
            "Namespace/kube-node-lease",
            "Namespace/kube-public",
            "Namespace/kube-system",
            "Service/kubernetes",
            "ServiceAccount/default",
            "ConfigMap/kube-root-ca.crt");

    private final Site site;
    private final Cluster cluster;
    private final Access access;
    private final Rest rest;
    private final Kubelet kubelet;
    private final IngressServer ingress;

    /**
     * Starts a cluster.
     *
     * @param site the node it belongs to
     * @param ingressPort the port of 127.0.0.1 where apps answer, 0 for a free one
     * @param threads serve the apps' URLs
     * @throws IOException if the port is taken
     */
    public Kubernetes(Site site, int ingressPort, ExecutorService threads) throws IOException {
        this.site = site;
        this.cluster = new Cluster(site);
        this.access = new Access(cluster.store());
        this.kubelet = new Kubelet(cluster);
        this.rest = new Rest(cluster, access, new PodParts(cluster, kubelet));
        Controllers controllers = new Controllers(cluster, kubelet);
        cluster.controlledBy(controllers::putInOrder);
        alone(() -> controllers.prepare());
        this.ingress = new IngressServer(cluster, kubelet, ingressPort, threads);
    }

    private void alone(Runnable work) {
        boolean unused = site.alone(() -> {
            work.run();
            return true;
        });
    }

    /** {@return the token of a user who may do everything} */
    public String adminToken() {
        return access.adminToken();
    }

    /** {@return the token of the user {@code kws-limited}, who may do what roles of the cluster allow} */
    public String limitedToken() {
        return access.limitedToken();
    }

    /** {@return the port of 127.0.0.1 where apps answer} */
    public int ingressPort() {
        return ingress.port();
    }

    /** {@inheritDoc} */
    @Override
    public Answer answer(Request request) {
        try {
            return finish(request, carryOut(request));
        } catch (ApiError e) {
            return finish(request, Answer.json(e.code(), e.status().deepCopy()));
        }
    }

    private Answer carryOut(Request request) {
        String user = access.user(request);
        Optional<Target> target = Target.of(request.path());
        if (target.isPresent()) {
            return rest.answer(request, target.get(), user);
        }
        boolean isOpen = request.fullPath().matches("/(version|healthz|livez|readyz)");
        if (!isOpen) {
            Access.requireKnown(user, request.fullPath());
        }
        Optional<Answer> found = Discovery.find(request.path());
        if (found.isPresent() && !request.method().equals("GET")) {
            throw ApiError.wrongMethod();
        }
        return found.orElseGet(() -> nothing(request));
    }

    /** Where there is no such group, there is no Kubernetes either. */
    private static Answer nothing(Request request) {
        boolean isKnown = request.path().size() > 1
                && Discovery.find(request.path().subList(0, 2)).isPresent();
        if (isKnown || request.path().get(0).equals("api")) {
            throw ApiError.noSuchPath();
        }
        return Answer.text(404, "text/plain; charset=utf-8", "404 page not found\n");
    }

    private static Answer finish(Request request, Answer answer) {
        return answer.header("Audit-Id", request.id()).header("Cache-Control", "no-cache, private");
    }

    /** {@inheritDoc} */
    @Override
    public Answer failure(Request request, int status) {
        return finish(
                request,
                Answer.json(status, ApiError.of(status, Html.title(status)).status()));
    }

    /**
     * Sets the room of the machine.
     *
     * @param cpuMillis CPU in thousandths
     * @param memoryMib memory in MiB
     * @param pods how many Pods
     */
    public void capacity(int cpuMillis, int memoryMib, int pods) {
        script(scenario -> {
            scenario.capacity(cpuMillis, memoryMib, pods);
            JsonNode status = Node.describe(cluster).path("status");
            cluster.store().list(Kind.NODES, "").forEach(node -> cluster.status(Kind.NODES, node, status));
        });
    }

    /**
     * Adds an image to the registry.
     *
     * @param image its name, with the tag
     */
    public void addImage(String image) {
        script(scenario -> scenario.addImage(image));
    }

    /**
     * Lets an image not be pulled.
     *
     * @param image its name, as Pods give it
     * @param reason what the registry says
     */
    public void failPulls(String image, String reason) {
        script(scenario -> scenario.failPulls(image, reason));
    }

    /**
     * Lets the containers of an image that are started from now on end.
     *
     * @param image its name, as Pods give it
     * @param exitCode their exit code
     * @param output what they write before
     */
    public void crash(String image, int exitCode, String output) {
        script(scenario -> scenario.crash(image, new Scenario.Crash(exitCode, output)));
    }

    /**
     * Lets the containers of an image not be ready.
     *
     * @param image its name, as Pods give it
     * @param reason what their health check says
     */
    public void failProbes(String image, String reason) {
        script(scenario -> scenario.failProbes(image, reason));
    }

    /** Lets images be pulled and apps work again. */
    public void heal() {
        script(Scenario::heal);
    }

    private void script(Consumer<Scenario> change) {
        alone(() -> {
            change.accept(cluster.scenario());
            kubelet.lookAgain();
            cluster.touch("");
        });
    }

    /**
     * Forbids something to everybody.
     *
     * @param verb such as {@code create}; {@code *} for all
     * @param resource such as {@code deployments}; {@code *} for all
     */
    public void forbid(String verb, String resource) {
        alone(() -> access.forbid(verb, resource));
    }

    /** Takes back what was forbidden. */
    public void forbidNothing() {
        alone(access::forbidNothing);
    }

    /** Forgets the changes so far, so that watches cannot begin at a former version. */
    public void forgetHistory() {
        alone(() -> cluster.store().forget());
    }

    /** {@return what users made and is still there; to be used under the node's lock} */
    public List<Remnant> remnants() {
        List<Remnant> remnants = new ArrayList<>();
        Arrays.stream(Kind.values())
                .filter(kind -> !SYSTEMS.contains(kind))
                .forEach(kind -> cluster.store().list(kind, "").stream()
                        .filter(object -> !SYSTEM_NAMES.contains(kind.word() + "/" + Meta.name(object)))
                        .forEach(object -> remnants.add(new Remnant(
                                kind.word().toLowerCase(Locale.ROOT),
                                Meta.uid(object),
                                Meta.namespace(object).isEmpty()
                                        ? Meta.name(object)
                                        : Meta.namespace(object) + "/" + Meta.name(object)))));
        return remnants;
    }

    /** Stops the apps' URLs. */
    @Override
    public void close() {
        ingress.close();
    }
}
