package io.kws.sdk.k8s.namespaces;

import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.ObjectClient;
import io.kws.sdk.k8s.objects.ObjectQuery;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells whether owners' namespaces hold anything but what was created with them. Not thread-safe. */
final class NamespaceContents {
    /** What most namespaces in use hold; looked for first, as the cluster's kinds need not be known for it. */
    private static final List<ApiResource> USUAL =
            List.of(ApiResource.DEPLOYMENTS, ApiResource.PERSISTENT_VOLUME_CLAIMS, ApiResource.PODS);

    /** What the cluster itself writes about other objects. */
    private static final Set<String> DERIVED =
            Set.of("/events", "events.k8s.io/events", "/endpoints", "discovery.k8s.io/endpointslices");

    private static final Set<String> ACCOUNTS = Set.of("default", OwnerNamespace.APP_ACCOUNT, NamespacePolicies.NAME);
    private static final Set<String> EQUIPMENT = Set.of(NamespacePolicies.NAME);

    /** What every namespace has, or was created with it; clusters before 1.22 list network policies in two groups. */
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

    private final ObjectClient objects;
    private @Nullable List<NamespaceKind> kinds;

    NamespaceContents(ObjectClient objects) {
        this.objects = objects;
    }

    /** Returns false, too, if there may be something that the SDK cannot see. */
    boolean isEmpty(String namespace) {
        try {
            return USUAL.stream()
                            .allMatch(api ->
                                    objects.list(ObjectQuery.of(api, namespace)).isEmpty())
                    && kinds().stream().allMatch(kind -> isEmpty(namespace, kind));
        } catch (CancelledException e) {
            throw e;
        } catch (KwsException e) { // for example a kind that may not be listed, or an extension whose server is down
            return false;
        }
    }

    private List<NamespaceKind> kinds() {
        List<NamespaceKind> known = kinds;
        if (known == null) {
            known = NamespaceKind.all(objects.client());
            kinds = known;
        }
        return known;
    }

    private boolean isEmpty(String namespace, NamespaceKind kind) {
        String word = kind.group() + "/" + kind.plural();
        return DERIVED.contains(word)
                || objects.client().list(kind.list(namespace)).stream()
                        .map(KubeObject::new)
                        .allMatch(object -> isAlways(word, object));
    }

    private static boolean isAlways(String word, KubeObject object) {
        String name = object.name();
        return ALWAYS.getOrDefault(word, Set.of()).contains(name) || (word.equals("/secrets") && isToken(object));
    }

    /** Clusters before 1.24 create one for each account. */
    private static boolean isToken(KubeObject secret) {
        return secret.json().path("type").asText().equals(TOKEN)
                && ACCOUNTS.stream().anyMatch(account -> secret.name().startsWith(account + "-token-"));
    }
}
