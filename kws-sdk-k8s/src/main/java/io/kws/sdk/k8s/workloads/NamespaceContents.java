package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.ClusterClient;
import io.kws.sdk.k8s.client.Request;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells whether there is anything in owners' namespaces but what they are equipped with. For one thread. */
final class NamespaceContents {
    /** What most namespaces that are used show first; so the cluster's kinds need not be known. */
    private static final List<ApiResource> USUAL =
            List.of(ApiResource.DEPLOYMENTS, ApiResource.PERSISTENT_VOLUME_CLAIMS, ApiResource.PODS);

    /** What the cluster writes by itself about what else is there. */
    private static final Set<String> DERIVED =
            Set.of("/events", "events.k8s.io/events", "/endpoints", "discovery.k8s.io/endpointslices");

    private static final Set<String> ACCOUNTS = Set.of("default", OwnerNamespace.APP_ACCOUNT, NamespacePolicies.NAME);
    private static final Set<String> EQUIPMENT = Set.of(NamespacePolicies.NAME);

    /** What a namespace has by itself, or as equipment; clusters before 1.22 list network policies by two groups. */
    private static final Map<String, Set<String>> ALWAYS = Map.of(
            "/configmaps", Set.of("kube-root-ca.crt"),
            "/serviceaccounts", ACCOUNTS,
            "/resourcequotas", EQUIPMENT,
            "/limitranges", EQUIPMENT,
            "networking.k8s.io/networkpolicies", EQUIPMENT,
            "extensions/networkpolicies", EQUIPMENT,
            "rbac.authorization.k8s.io/roles", EQUIPMENT,
            "rbac.authorization.k8s.io/rolebindings", EQUIPMENT);

    private static final String TOKEN = "kubernetes.io/service-account-token";

    private final ClusterClient client;
    private @Nullable List<NamespaceKind> kinds;

    NamespaceContents(ClusterClient client) {
        this.client = client;
    }

    /** Returns no as well if there may be something that the SDK cannot see. */
    boolean isEmpty(String namespace) {
        try {
            return USUAL.stream()
                            .allMatch(api ->
                                    client.list(Request.list(api, namespace)).isEmpty())
                    && kinds().stream().allMatch(kind -> isEmpty(namespace, kind));
        } catch (CancelledException e) {
            throw e;
        } catch (KwsException e) { // such as a kind that may not be listed, or an extension whose server is down
            return false;
        }
    }

    private List<NamespaceKind> kinds() {
        List<NamespaceKind> known = kinds;
        if (known == null) {
            known = NamespaceKind.all(client);
            kinds = known;
        }
        return known;
    }

    private boolean isEmpty(String namespace, NamespaceKind kind) {
        String word = kind.group() + "/" + kind.plural();
        return DERIVED.contains(word)
                || client.list(kind.list(namespace)).stream().allMatch(object -> isAlways(word, object));
    }

    private static boolean isAlways(String word, JsonNode object) {
        String name = Pods.name(object);
        return ALWAYS.getOrDefault(word, Set.of()).contains(name) || (word.equals("/secrets") && isToken(name, object));
    }

    /** Clusters before 1.24 make one for each account. */
    private static boolean isToken(String name, JsonNode secret) {
        return secret.path("type").asText().equals(TOKEN)
                && ACCOUNTS.stream().anyMatch(account -> name.startsWith(account + "-token-"));
    }
}
