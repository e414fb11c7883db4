package io.kws.sdk.k8s.namespaces;

import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.openapi.models.RbacV1Subject;
import io.kubernetes.client.openapi.models.V1LabelSelector;
import io.kubernetes.client.openapi.models.V1LabelSelectorRequirement;
import io.kubernetes.client.openapi.models.V1LimitRange;
import io.kubernetes.client.openapi.models.V1LimitRangeItem;
import io.kubernetes.client.openapi.models.V1LimitRangeSpec;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1NetworkPolicyIngressRule;
import io.kubernetes.client.openapi.models.V1NetworkPolicyPeer;
import io.kubernetes.client.openapi.models.V1NetworkPolicySpec;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.openapi.models.V1PolicyRule;
import io.kubernetes.client.openapi.models.V1ResourceQuota;
import io.kubernetes.client.openapi.models.V1ResourceQuotaSpec;
import io.kubernetes.client.openapi.models.V1Role;
import io.kubernetes.client.openapi.models.V1RoleBinding;
import io.kubernetes.client.openapi.models.V1RoleRef;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kws.sdk.config.OwnerLimits;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.Request;
import io.kws.sdk.k8s.objects.ObjectClient;
import java.util.List;
import java.util.Map;

/**
 * Everything that is created with an owner's namespace: limits, default requests that make Pods count against them, a
 * network policy that keeps other owners out, and two service accounts: one without rights, which the apps run as, and
 * one that may read the owner's apps, but no Secrets.
 *
 * @param objects the cluster's objects
 * @param namespace the namespace
 * @param owner its owner
 * @param limits how much the owner's apps may use together
 */
record NamespacePolicies(ObjectClient objects, String namespace, String owner, OwnerLimits limits) {
    /** The name of most of these objects. */
    static final String NAME = "kws-owner";

    private static final String RBAC = "rbac.authorization.k8s.io";

    /** Creates what is missing. */
    void ensure() {
        ensure(ApiResource.SERVICE_ACCOUNTS, account(OwnerNamespace.APP_ACCOUNT));
        ensure(ApiResource.RESOURCE_QUOTAS, quota());
        ensure(ApiResource.LIMIT_RANGES, defaults());
        ensure(ApiResource.NETWORK_POLICIES, isolation());
        ensure(ApiResource.SERVICE_ACCOUNTS, account(NAME));
        ensure(ApiResource.ROLES, role());
        ensure(ApiResource.ROLE_BINDINGS, binding());
    }

    private void ensure(ApiResource api, Object model) {
        try {
            var unused =
                    objects.client().send(Request.create(api, namespace, model).repeatable());
        } catch (ConflictException e) {
            return; // it exists already
        }
    }

    private V1ObjectMeta named(String name) {
        return new V1ObjectMeta().name(name).namespace(namespace);
    }

    private V1ServiceAccount account(String name) {
        return new V1ServiceAccount()
                .apiVersion("v1")
                .kind("ServiceAccount")
                .metadata(named(name))
                .automountServiceAccountToken(false);
    }

    private V1ResourceQuota quota() {
        return new V1ResourceQuota()
                .apiVersion("v1")
                .kind("ResourceQuota")
                .metadata(named(NAME))
                .spec(new V1ResourceQuotaSpec()
                        .putHardItem("pods", new Quantity(String.valueOf(limits.pods())))
                        .putHardItem("requests.cpu", new Quantity(limits.cpuMillis() + "m"))
                        .putHardItem("requests.memory", new Quantity(limits.memoryMib() + "Mi"))
                        .putHardItem("requests.storage", new Quantity(limits.storageGib() + "Gi")));
    }

    /** A quota rejects Pods that request nothing, even those that the SDK did not create. */
    private V1LimitRange defaults() {
        return new V1LimitRange()
                .apiVersion("v1")
                .kind("LimitRange")
                .metadata(named(NAME))
                .spec(new V1LimitRangeSpec()
                        .addLimitsItem(new V1LimitRangeItem()
                                .type("Container")
                                .putDefaultRequestItem("cpu", new Quantity("50m"))
                                .putDefaultRequestItem("memory", new Quantity("64Mi"))));
    }

    /** Everything may connect but Pods of other owners; the ingress controller must be able to. */
    private V1NetworkPolicy isolation() {
        V1NetworkPolicyPeer sameNamespace = new V1NetworkPolicyPeer().podSelector(new V1LabelSelector());
        V1NetworkPolicyPeer namespacesWithoutOwner = new V1NetworkPolicyPeer()
                .namespaceSelector(new V1LabelSelector()
                        .addMatchExpressionsItem(new V1LabelSelectorRequirement()
                                .key(OwnerNamespace.LABEL)
                                .operator("DoesNotExist")));
        return new V1NetworkPolicy()
                .apiVersion("networking.k8s.io/v1")
                .kind("NetworkPolicy")
                .metadata(named(NAME))
                .spec(new V1NetworkPolicySpec()
                        .podSelector(new V1LabelSelector())
                        .addPolicyTypesItem("Ingress")
                        .addIngressItem(
                                new V1NetworkPolicyIngressRule().from(List.of(sameNamespace, namespacesWithoutOwner))));
    }

    private V1Role role() {
        return new V1Role()
                .apiVersion(RBAC + "/v1")
                .kind("Role")
                .metadata(named(NAME))
                .rules(List.of(
                        reading(
                                "",
                                "pods",
                                "pods/log",
                                "services",
                                "events",
                                "persistentvolumeclaims",
                                "resourcequotas",
                                "limitranges"),
                        reading("apps", "deployments", "replicasets"),
                        reading("networking.k8s.io", "ingresses", "networkpolicies")));
    }

    private static V1PolicyRule reading(String group, String... resources) {
        return new V1PolicyRule()
                .apiGroups(List.of(group))
                .resources(List.of(resources))
                .verbs(List.of("get", "list", "watch"));
    }

    private V1RoleBinding binding() {
        return new V1RoleBinding()
                .apiVersion(RBAC + "/v1")
                .kind("RoleBinding")
                .metadata(named(NAME).annotations(Map.of("kws.owner", owner)))
                .roleRef(new V1RoleRef().apiGroup(RBAC).kind("Role").name(NAME))
                .subjects(List.of(
                        new RbacV1Subject().kind("ServiceAccount").name(NAME).namespace(namespace)));
    }
}
