package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.openapi.models.V1Preconditions;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.steps.Resource;
import io.kws.sdk.driver.steps.StepContext;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.ClusterClient;
import io.kws.sdk.k8s.client.Request;
import io.kws.sdk.receipts.ResourceKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The namespace of an owner's apps, made at the first use. Each deploy leaves its mark on it before it uses it. So a
 * failed deploy that made the namespace can tell, and the cluster check, that nobody else has begun to use it.
 *
 * @param node where
 * @param workload what needs it
 * @param run the deploy that needs it; of one rental there may be two at once
 */
public record OwnerNamespace(WorkloadContext node, Workload workload, String run) implements Resource<JsonNode> {
    /** Whom the apps in it run as: somebody with no rights. */
    static final String APP_ACCOUNT = "kws-app";

    /** On the namespaces that the SDK made: whose they are is said by an annotation. */
    static final String LABEL = "kws.owner-namespace";

    /** On them: when something in them was last made or deleted. Which rental was made last, the label says. */
    static final String USED_AT = "kws.used-at";

    private static final String PREFIX = "kws-";
    private static final String OWNER = "kws.owner";
    private static final String MARK = "kws.used-by";
    private static final String EQUIPPED = "kws.equipped";

    public static String name(String owner) {
        return DnsLabels.withHash(PREFIX + owner, owner);
    }

    private String owner() {
        return workload.spec().owner().orElseThrow();
    }

    /** Returns when it was used last; the end of time if that is not known. */
    static Instant usedAt(JsonNode namespace) {
        return Json.time(namespace.path("metadata").path("annotations").path(USED_AT))
                .orElse(Instant.MAX);
    }

    /** Notes that a namespace is used, if it is an owner's. What cannot be noted only makes it seem longer unused. */
    static void noteUse(ClusterClient client, String namespace) {
        if (!namespace.startsWith(PREFIX)) {
            return;
        }
        try {
            client.find(Request.get(ApiResource.NAMESPACES, "", namespace))
                    .filter(found -> Labels.get(found, LABEL).equals("true"))
                    .ifPresent(found -> client.send(Request.merge(
                            ApiResource.NAMESPACES,
                            namespace,
                            Map.of("metadata", Map.of("annotations", Map.of(USED_AT, now()))))));
        } catch (CancelledException e) {
            throw e;
        } catch (KwsException e) {
            return;
        }
    }

    /** Makes it if need be, with its limits and rights, and marks it as used. */
    void ensure(StepContext context) {
        Optional<JsonNode> marked = Optional.empty();
        while (marked.isEmpty()) {
            marked = marked(context);
        }
        if (!isEquipped(marked.get())) {
            new NamespacePolicies(node.client(), name(), owner(), node.cluster().ownerLimits()).ensure();
            var unused = mark(Map.of(EQUIPPED, "true"));
        }
    }

    /** Returns it with our mark; nothing if a sweep has deleted it before that was on it. */
    private Optional<JsonNode> marked(StepContext context) {
        Optional<JsonNode> there = present();
        JsonNode namespace = there.isPresent() ? there.get() : make(context);
        requireOwn(namespace);
        return annotation(namespace, MARK).equals(run) ? Optional.of(namespace) : mark(Map.of());
    }

    /** Tells whether it has got its limits and rights once; what of them is gone since then was taken away by another hand. */
    static boolean isEquipped(JsonNode namespace) {
        return annotation(namespace, EQUIPPED).equals("true");
    }

    /** One that is going away must be gone before there can be a new one. */
    private Optional<JsonNode> present() {
        Optional<JsonNode> found = find(Map.of());
        if (found.filter(OwnerNamespace::isGoing).isPresent()) {
            new DeletionWait(node.client(), ApiResource.NAMESPACES, "").await(found.get());
            return Optional.empty();
        }
        return found;
    }

    private static boolean isGoing(JsonNode namespace) {
        return namespace.path("metadata").has("deletionTimestamp");
    }

    private JsonNode make(StepContext context) {
        try {
            return context.make(this);
        } catch (ConflictException e) { // another deploy of the same owner was first
            return find(Map.of()).orElseThrow(() -> e);
        }
    }

    private void requireOwn(JsonNode namespace) {
        if (!Labels.get(namespace, LABEL).equals("true")
                || !annotation(namespace, OWNER).equals(owner())) {
            throw new ConflictException(
                    "the namespace \"%s\" is there, but is not that of owner \"%s\"".formatted(name(), owner()));
        }
    }

    /** Returns it with the marks; nothing if it is going away, or gone. */
    private Optional<JsonNode> mark(Map<String, String> further) {
        Map<String, String> annotations = new HashMap<>(further);
        annotations.putAll(Map.of(MARK, run, USED_AT, now()));
        Map<String, Object> marks = Map.of("labels", Map.of(Labels.RENTAL, rental()), "annotations", annotations);
        return node.client()
                .find(Request.merge(ApiResource.NAMESPACES, name(), Map.of("metadata", marks)))
                .filter(namespace -> !isGoing(namespace));
    }

    private String rental() {
        return workload.spec().rentalId().value();
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private Optional<JsonNode> find(Map<String, String> annotations) {
        return node.client()
                .find(Request.get(ApiResource.NAMESPACES, "", name()))
                .filter(found -> Json.texts(found.path("metadata").path("annotations"))
                        .entrySet()
                        .containsAll(annotations.entrySet()));
    }

    private static String annotation(JsonNode namespace, String key) {
        return namespace.path("metadata").path("annotations").path(key).asText("");
    }

    @Override
    public ResourceKind kind() {
        return ResourceKind.NAMESPACE;
    }

    @Override
    public String name() {
        return name(owner());
    }

    @Override
    public JsonNode create() {
        return node.client()
                .send(Request.create(
                        ApiResource.NAMESPACES,
                        "",
                        new V1Namespace()
                                .apiVersion("v1")
                                .kind("Namespace")
                                .metadata(new V1ObjectMeta()
                                        .name(name())
                                        .putLabelsItem(LABEL, "true")
                                        .putLabelsItem(Labels.RENTAL, rental())
                                        .putAnnotationsItem(OWNER, owner())
                                        .putAnnotationsItem(MARK, run)
                                        .putAnnotationsItem(USED_AT, now()))));
    }

    @Override
    public Optional<JsonNode> find() {
        return find(Map.of(MARK, run));
    }

    @Override
    public String id(JsonNode made) {
        return ObjectRemoval.uid(made);
    }

    /** Only as long as nobody else has marked it: the version that carries our mark is the one that is deleted. */
    @Override
    public void delete(JsonNode made) {
        ClusterClient client = node.client();
        Optional<JsonNode> now = find(Map.of());
        if (now.isEmpty()) {
            return;
        }
        if (!annotation(now.get(), MARK).equals(run)) {
            throw new ConflictException("another app of the owner uses it by now");
        }
        String version = now.get().path("metadata").path("resourceVersion").asText();
        new ObjectRemoval(client, ApiResource.NAMESPACES, "", name())
                .delete(now.get(), new V1Preconditions().uid(id(made)).resourceVersion(version));
    }
}
