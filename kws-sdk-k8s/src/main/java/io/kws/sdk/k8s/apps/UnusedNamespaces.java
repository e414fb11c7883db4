package io.kws.sdk.k8s.apps;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubernetes.client.openapi.models.V1Preconditions;
import io.kws.sdk.errors.AccessDeniedException;
import io.kws.sdk.errors.CapabilityMissingException;
import io.kws.sdk.k8s.transport.Api;
import io.kws.sdk.k8s.transport.Json;
import io.kws.sdk.k8s.transport.Request;
import io.kws.sdk.operations.Removable;
import io.kws.sdk.operations.Step;
import io.kws.sdk.operations.UseCase;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.spi.Leftovers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The namespaces that the SDK made for owners, in which nothing is any more but what was made with them. Whatever somebody
 * else has put there keeps a namespace; what the SDK may not see may be there.
 */
public final class UnusedNamespaces implements Leftovers {
    /** What people put into namespaces, and what it is made of. Most of the rest shows by its Pods. */
    private static final List<Api> CONTENTS = List.of(
            Api.DEPLOYMENTS,
            Api.PODS,
            Api.PERSISTENT_VOLUME_CLAIMS,
            Api.SECRETS,
            Api.SERVICES,
            Api.INGRESSES,
            Api.CONFIG_MAPS,
            Api.ROLE_BINDINGS);

    /** What a namespace has by itself, or as equipment. */
    private static final Map<Api, Set<String>> ALWAYS = Map.of(
            Api.CONFIG_MAPS, Set.of("kube-root-ca.crt"),
            Api.ROLE_BINDINGS, Set.of(OwnerEquipment.NAME));

    private static final String TOKEN = "kubernetes.io/service-account-token";

    private final AppNode node;

    /**
     * Makes those of a node.
     *
     * @param node the node
     */
    public UnusedNamespaces(AppNode node) {
        this.node = node;
    }

    @Override
    public ResourceKind kind() {
        return ResourceKind.NAMESPACE;
    }

    @Override
    public List<Part> orphans(Set<String> living) {
        try {
            return owners(OwnerNamespace.LABEL).stream()
                    .filter(this::isUnused)
                    .flatMap(UnusedNamespaces::part)
                    .toList();
        } catch (AccessDeniedException e) {
            throw new CapabilityMissingException("the credentials may not look at the namespaces", e);
        }
    }

    private List<JsonNode> owners(String selector) {
        boolean isOneOnly = node.cluster().namespace().isPresent();
        return isOneOnly
                ? List.of()
                : node.gate().list(Request.list(Api.NAMESPACES, "").query("labelSelector", selector));
    }

    private boolean isUnused(JsonNode namespace) {
        boolean isGoing = namespace.path("metadata").has("deletionTimestamp");
        return !isGoing && CONTENTS.stream().noneMatch(api -> isUsed(namespace, api));
    }

    private boolean isUsed(JsonNode namespace, Api api) {
        return node.gate().list(Request.list(api, Pods.name(namespace))).stream()
                .anyMatch(object -> !isAlways(api, object) && !isLeft(namespace, api, object));
    }

    private static boolean isAlways(Api api, JsonNode object) {
        return ALWAYS.getOrDefault(api, Set.of()).contains(Pods.name(object))
                || object.path("type").asText().equals(TOKEN);
    }

    /** What was made beside the last app, in a namespace without apps; a workspace is a thing of its own. */
    private static boolean isLeft(JsonNode namespace, Api api, JsonNode object) {
        boolean isPart = Delete.parts(Kind.of(object)).contains(api);
        String rental = Labels.get(namespace, Labels.RENTAL);
        return isPart && !rental.isEmpty() && Labels.get(object, Labels.RENTAL).equals(rental);
    }

    private static Stream<Part> part(JsonNode namespace) {
        return RentalId.parse(Labels.get(namespace, Labels.RENTAL)).stream()
                .map(rental -> new Part(
                        rental,
                        ResourceKind.NAMESPACE,
                        Pods.name(namespace),
                        Json.instant(
                                namespace.path("metadata").path("annotations").path(OwnerNamespace.USED_AT))));
    }

    @Override
    public Receipt endRest(RentalId rental) {
        String selector = OwnerNamespace.LABEL + "," + Labels.selector(rental);
        return node.runner().run(new UseCase<>("delete the unused namespace", Delete.ALLOWED, steps -> {
            Step<List<JsonNode>> found = steps.add("find namespace", context -> owners(selector));
            steps.act(
                    "delete namespace",
                    context -> found.result().stream()
                            .filter(this::isUnused)
                            .forEach(namespace -> context.remove(new Unused(removal(namespace)), namespace)),
                    found);
            return receipt -> receipt;
        }));
    }

    private Removal removal(JsonNode namespace) {
        return new Removal(node.gate(), Api.NAMESPACES, "", Pods.name(namespace));
    }

    /** Only the very version that was looked at: a deploy that has come meanwhile has left its mark before it uses it. */
    private record Unused(Removal removal) implements Removable<JsonNode> {
        @Override
        public ResourceKind kind() {
            return removal.kind();
        }

        @Override
        public String name() {
            return removal.name();
        }

        @Override
        public String id(JsonNode made) {
            return removal.id(made);
        }

        @Override
        public void delete(JsonNode made) {
            String version = made.path("metadata").path("resourceVersion").asText();
            removal.delete(made, new V1Preconditions().uid(id(made)).resourceVersion(version));
        }
    }
}
