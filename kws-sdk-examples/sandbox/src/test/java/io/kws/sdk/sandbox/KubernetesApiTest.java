package io.kws.sdk.sandbox;

import static io.kws.sdk.sandbox.KubeClient.DEPLOYMENTS;
import static io.kws.sdk.sandbox.KubeClient.SECRETS;
import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.sandbox.Client.Reply;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The API of clusters, as the genuine 1.20 answers. */
class KubernetesApiTest {
    private static final String APPLY = "apply-patch+yaml";
    private static final String CONFIGURATION =
            "{\"apiVersion\": \"v1\", \"kind\": \"Secret\", \"metadata\": {\"name\": \"s\"}, \"data\": {%s}}";

    private final Sandbox sandbox = Sandbox.start("k1");
    private final SandboxNode node = sandbox.node("k1");
    private final KubeClient admin =
            new KubeClient(node.cluster(), node.cluster().token());

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Reply secret(String name, String more) {
        return admin.post(SECRETS, "{\"metadata\": {\"name\": \"%s\"} %s}".formatted(name, more));
    }

    private static List<String> names(Reply list) {
        return StreamSupport.stream(list.at("/items").spliterator(), false)
                .map(item -> item.at("/metadata/name").asText())
                .toList();
    }

    @Test
    void discovery_ofAnyUser_tellsGroupsAndKinds() {
        assertThat(admin.get("/version").string("/gitVersion")).isEqualTo("v1.20.2");
        assertThat(admin.get("/apis").text()).contains("networking.k8s.io/v1");
        assertThat(admin.get("/apis/apps/v1").text()).contains("deployments/scale", "\"shortNames\":[\"deploy\"]");
        assertThat(admin.get("/apis/foo/v1").text()).isEqualTo("404 page not found\n");
        assertThat(admin.get("/api/v1/nothings").string("/message"))
                .isEqualTo("the server could not find the requested resource");
    }

    @Test
    void nodes_capacityIsSet_showIt() {
        node.cluster().capacity(4000, 640, 20);

        assertThat(admin.get("/api/v1/nodes").string("/items/0/status/allocatable/memory"))
                .isEqualTo("640Mi");
    }

    @Test
    void get_withoutOrWithAnUnknownToken_isRefused() {
        assertThat(new KubeClient(node.cluster(), "nobody").get(SECRETS).status())
                .isEqualTo(401);
        assertThat(new KubeClient(node.cluster(), "").get(SECRETS).string("/message"))
                .isEqualTo(
                        "secrets is forbidden: User \"system:anonymous\" cannot list resource \"secrets\" in API group"
                                + " \"\" in the namespace \"default\"");
    }

    @Test
    void create_nameTakenWrongOrMissing_saysSo() {
        secret("s", "");

        assertThat(secret("s", "").string("/reason")).isEqualTo("AlreadyExists");
        assertThat(secret("Bad_Name", "").status()).isEqualTo(422);
        assertThat(secret("", "").string("/message"))
                .isEqualTo("Secret \"\" is invalid: metadata.name: Required value: name or generateName is required");
        assertThat(admin.post(SECRETS, "{\"kind\": \"Pod\", \"apiVersion\": \"v1\"}")
                        .status())
                .isEqualTo(400);
        assertThat(admin.post(SECRETS, "{bad").status()).isEqualTo(400);
        assertThat(admin.post("/api/v1/namespaces/nowhere/secrets", "{\"metadata\": {\"name\": \"s\"}}")
                        .string("/message"))
                .isEqualTo("namespaces \"nowhere\" not found");
    }

    @Test
    void create_wrongDeployment_tellsAllCauses() {
        String spec = "{\"selector\": {\"matchLabels\": {\"a\": \"b\"}}, \"template\": {\"metadata\": {\"labels\":"
                + " {\"a\": \"c\"}}, \"spec\": {\"containers\": [{\"name\": \"c\"}]}}}";

        Reply reply = admin.post(DEPLOYMENTS, "{\"metadata\": {\"name\": \"d\"}, \"spec\": " + spec + "}");

        assertThat(reply.string("/message"))
                .isEqualTo("Deployment.apps \"d\" is invalid: [spec.template.metadata.labels: Invalid value:"
                        + " map[string]string{\"a\":\"c\"}: `selector` does not match template `labels`,"
                        + " spec.template.spec.containers[0].image: Required value]");
    }

    @Test
    void update_formerVersion_isAConflict() {
        String old = secret("s", "").text();

        assertThat(admin.put(SECRETS + "/s", old.replace("\"Opaque\"", "\"other\""))
                        .status())
                .isEqualTo(200);
        assertThat(admin.put(SECRETS + "/s", old).string("/message"))
                .isEqualTo("Operation cannot be fulfilled on secrets \"s\": the object has been modified; please apply"
                        + " your changes to the latest version and try again");
        assertThat(admin.put(SECRETS + "/none", old.replace("\"s\"", "\"none\""))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void update_nothingNew_keepsTheVersion() {
        Reply made = secret("s", "");

        assertThat(admin.put(SECRETS + "/s", made.text()).string("/metadata/resourceVersion"))
                .isEqualTo(made.string("/metadata/resourceVersion"));
    }

    @Test
    void patch_eachKind_changesWhatItSays() {
        admin.deploy("d", "kws/web:1", "\"env\": [{\"name\": \"A\", \"value\": \"1\"}]");
        String path = DEPLOYMENTS + "/d";
        String image = "/spec/template/spec/containers/0/image";

        Reply strategic = admin.patch(
                path,
                "strategic-merge-patch+json",
                "{\"spec\": {\"template\": {\"spec\": {\"containers\": [{\"name\": \"app\", \"image\": \"kws/web:2\"}]}}}}");
        Reply merged = admin.patch(path, "merge-patch+json", "{\"metadata\": {\"labels\": {\"a\": \"b\"}}}");
        Reply operated = admin.patch(
                path, "json-patch+json", "[{\"op\": \"replace\", \"path\": \"/spec/replicas\", \"value\": 0}]");

        assertThat(strategic.string(image)).isEqualTo("kws/web:2");
        assertThat(strategic.string("/spec/template/spec/containers/0/env/0/name"))
                .isEqualTo("A");
        assertThat(merged.string("/metadata/labels/a")).isEqualTo("b");
        assertThat(operated.at("/spec/replicas").asInt()).isZero();
        assertThat(admin.patch(path, "x-foo", "{}").status()).isEqualTo(415);
    }

    @Test
    void apply_fieldOfAnotherManager_isAConflictUnlessForced() {
        admin.post(SECRETS + "?fieldManager=first", CONFIGURATION.formatted("\"a\": \"MQ==\""));
        String mine = SECRETS + "/s?fieldManager=second";

        Reply refused = admin.patch(mine, APPLY, CONFIGURATION.formatted("\"a\": \"Mg==\""));
        Reply same = admin.patch(mine, APPLY, CONFIGURATION.formatted("\"a\": \"MQ==\", \"b\": \"Mw==\""));
        Reply forced = admin.patch(mine + "&force=true", APPLY, CONFIGURATION.formatted("\"a\": \"Mg==\""));

        assertThat(refused.string("/message"))
                .isEqualTo("Apply failed with 1 conflict: conflict with \"first\" using v1: .data.a");
        assertThat(same.string("/data/b")).isEqualTo("Mw==");
        assertThat(forced.string("/data/a")).isEqualTo("Mg==");
        assertThat(forced.at("/data").has("b")).isFalse();
        assertThat(admin.patch(SECRETS + "/s", APPLY, "{}").status()).isEqualTo(422);
    }

    @Test
    void list_inPages_givesAllAndEndsWhenForgotten() {
        Stream.of("a", "b", "c").forEach(name -> secret(name, ""));

        Reply first = admin.get(SECRETS + "?limit=2");
        String next = SECRETS + "?limit=2&continue=" + first.string("/metadata/continue");
        Reply rest = admin.get(next);
        secret("d", "");
        node.cluster().forgetHistory();

        assertThat(names(first)).containsExactly("a", "b");
        assertThat(first.at("/metadata/remainingItemCount").asInt()).isEqualTo(1);
        assertThat(names(rest)).containsExactly("c");
        assertThat(admin.get(next).status()).isEqualTo(410);
    }

    @Test
    void list_bySelectors_givesThoseOnly() {
        admin.post(SECRETS, "{\"metadata\": {\"name\": \"a\", \"labels\": {\"t\": \"x\"}}}");
        admin.post(SECRETS, "{\"metadata\": {\"name\": \"b\", \"labels\": {\"t\": \"y\"}}}");
        secret("c", "");

        assertThat(names(admin.get(SECRETS + "?labelSelector=t%3Dx"))).containsExactly("a");
        assertThat(names(admin.get(SECRETS + "?labelSelector=t+in+(x,y)"))).containsExactly("a", "b");
        assertThat(names(admin.get(SECRETS + "?labelSelector=t!%3Dx"))).containsExactly("b", "c");
        assertThat(names(admin.get(SECRETS + "?labelSelector=%21t"))).containsExactly("c");
        assertThat(names(admin.get(SECRETS + "?fieldSelector=metadata.name%3Dc")))
                .containsExactly("c");
        assertThat(admin.get(SECRETS + "?fieldSelector=spec.foo%3Db").string("/message"))
                .isEqualTo("field label not supported: spec.foo");
    }

    @Test
    void watch_fromAVersion_tellsEachChangeAsTheSelectorSeesIt() {
        String version = admin.get(SECRETS).string("/metadata/resourceVersion");
        String path = SECRETS + "?watch=true&labelSelector=t%3Dx&timeoutSeconds=20&resourceVersion=" + version;
        try (Stream<String> lines = admin.lines(path)) {
            Iterator<String> events = lines.iterator();

            admin.post(SECRETS, "{\"metadata\": {\"name\": \"a\", \"labels\": {\"t\": \"x\"}}}");
            assertThat(events.next()).startsWith("{\"type\":\"ADDED\"");
            admin.patch(SECRETS + "/a", "merge-patch+json", "{\"data\": {\"k\": \"MQ==\"}}");
            assertThat(events.next()).startsWith("{\"type\":\"MODIFIED\"");
            admin.patch(SECRETS + "/a", "merge-patch+json", "{\"metadata\": {\"labels\": {\"t\": \"y\"}}}");
            assertThat(events.next()).startsWith("{\"type\":\"DELETED\"");
        }
    }

    @Test
    void watch_fromAForgottenVersion_isGone() {
        node.cluster().forgetHistory();
        try (Stream<String> lines = admin.lines(SECRETS + "?watch=true&resourceVersion=1")) {
            assertThat(lines.toList())
                    .singleElement()
                    .asString()
                    .contains("\"type\":\"ERROR\"", "too old resource version: 1", "\"code\":410");
        }
    }

    @Test
    void watch_timeIsUp_endsWithABookmark() {
        try (Stream<String> lines =
                admin.lines(SECRETS + "?watch=true&allowWatchBookmarks=true&timeoutSeconds=1&resourceVersion=101")) {
            assertThat(lines.toList()).last().asString().contains("\"type\":\"BOOKMARK\"");
        }
    }

    @Test
    void get_asTable_hasTheColumnsOfKubectl() {
        secret("s", "");

        Reply table = admin.get(SECRETS, "Accept", "application/json;as=Table;v=v1;g=meta.k8s.io,application/json");

        assertThat(table.string("/kind")).isEqualTo("Table");
        assertThat(table.at("/columnDefinitions").findValuesAsText("name"))
                .containsExactly("Name", "Type", "Data", "Age");
        assertThat(table.string("/rows/0/cells/1")).isEqualTo("Opaque");
    }

    @Test
    void delete_withAnotherUid_isAConflict() {
        secret("s", "");

        assertThat(admin.delete(SECRETS + "/s", "{\"preconditions\": {\"uid\": \"abc\"}}")
                        .status())
                .isEqualTo(409);
        assertThat(admin.delete(SECRETS + "/s", "").string("/status")).isEqualTo("Success");
        assertThat(admin.get(SECRETS + "/s").string("/details/name")).isEqualTo("s");
    }

    @Test
    void delete_namespace_takesAllInItAway() {
        admin.post("/api/v1/namespaces", "{\"metadata\": {\"name\": \"n\"}}");
        admin.post("/api/v1/namespaces/n/secrets", "{\"metadata\": {\"name\": \"s\"}}");

        assertThat(admin.delete("/api/v1/namespaces/n", "").string("/status/phase"))
                .isEqualTo("Terminating");

        admin.await("/api/v1/namespaces/n", reply -> reply.status() == 404);
        assertThat(node.leftovers()).isEmpty();
    }

    @Test
    void create_inANamespaceThatGoes_isForbidden() {
        node.settleTime(Duration.ofHours(1));
        admin.post("/api/v1/namespaces", "{\"metadata\": {\"name\": \"n\"}}");
        admin.delete("/api/v1/namespaces/n", "");

        Reply refused = admin.post("/api/v1/namespaces/n/secrets", "{\"metadata\": {\"name\": \"s\"}}");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.string("/details/causes/0/reason")).isEqualTo("NamespaceTerminating");
    }

    @Test
    void rights_ofTheLimitedUser_areThoseOfItsRoles() {
        KubeClient limited = new KubeClient(node.cluster(), node.cluster().limitedToken());
        assertThat(limited.get(SECRETS).status()).isEqualTo(403);

        String rbac = "/apis/rbac.authorization.k8s.io/v1/namespaces/default";
        admin.post(
                rbac + "/roles",
                "{\"metadata\": {\"name\": \"r\"}, \"rules\": [{\"apiGroups\": [\"\"], \"resources\": [\"secrets\"],"
                        + " \"verbs\": [\"list\"]}]}");
        admin.post(
                rbac + "/rolebindings",
                "{\"metadata\": {\"name\": \"b\"}, \"roleRef\": {\"kind\": \"Role\", \"name\": \"r\"}, \"subjects\":"
                        + " [{\"kind\": \"User\", \"name\": \"kws-limited\"}]}");

        assertThat(limited.get(SECRETS).status()).isEqualTo(200);
        assertThat(limited.get(SECRETS + "/s").status()).isEqualTo(403);
        assertThat(limited.get("/api/v1/secrets").status()).isEqualTo(403);
    }

    @Test
    void forbid_verbAndKind_holdsForTheAdministratorToo() {
        node.cluster().forbid("create", "secrets");
        assertThat(secret("s", "").status()).isEqualTo(403);

        node.cluster().forbidNothing();
        assertThat(secret("s", "").status()).isEqualTo(201);
    }

    @Test
    void fault_onACallOfTheCluster_strikesAndIsLogged() {
        node.inject(Fault.on("GET", SECRETS).answer(503).header("Retry-After", "1"));

        Reply struck = admin.get(SECRETS);

        assertThat(struck.string("/reason")).isEqualTo("ServiceUnavailable");
        assertThat(struck.header("Retry-After")).isEqualTo("1");
        assertThat(node.calls()).last().extracting(Call::path, Call::status).containsExactly(SECRETS, 503);
        assertThat(admin.get(SECRETS).status()).isEqualTo(200);
    }
}
