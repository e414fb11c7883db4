package io.kws.sdk.sandbox;

import static io.kws.sdk.sandbox.KubeClient.DEPLOYMENTS;
import static io.kws.sdk.sandbox.KubeClient.PODS;
import static io.kws.sdk.sandbox.KubeClient.REPLICA_SETS;
import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.sandbox.Client.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the controllers of clusters make of Deployments. */
class KubernetesAppsTest {
    private static final String WAITING = "/status/containerStatuses/0/state/waiting";

    private final Sandbox sandbox = Sandbox.start("k1");
    private final SandboxNode node = sandbox.node("k1");
    private final SandboxCluster cluster = node.cluster();
    private final KubeClient admin = new KubeClient(cluster, cluster.token());

    @AfterEach
    void close() {
        sandbox.close();
    }

    private String firstPod(String app) {
        return admin.get(PODS + "?labelSelector=app%3D" + app).string("/items/0/metadata/name");
    }

    @Test
    void deploy_knownImage_becomesAvailableAndHasARevision() {
        admin.deploy("web", "kws/web:1", "");

        Reply deployment = admin.awaitAvailable("web", 1);

        assertThat(deployment
                        .at("/metadata/annotations")
                        .path("deployment.kubernetes.io/revision")
                        .asText())
                .isEqualTo("1");
        assertThat(deployment.at("/status/conditions").findValuesAsText("reason"))
                .contains("MinimumReplicasAvailable", "NewReplicaSetAvailable");
        assertThat(admin.get(PODS + "/" + firstPod("web") + "/log").text()).isEqualTo("starting web 1 on 8080\n");
    }

    @Test
    void patch_otherImageAndBack_rollsOutTheSameReplicaSetAgain() {
        admin.deploy("web", "kws/web:1", "");
        admin.awaitAvailable("web", 1);
        String first = admin.get(REPLICA_SETS).string("/items/0/metadata/name");
        for (String image : new String[] {"kws/web:2", "kws/web:1"}) {
            admin.patch(
                    DEPLOYMENTS + "/web",
                    "strategic-merge-patch+json",
                    "{\"spec\": {\"template\": {\"spec\": {\"containers\": [{\"name\": \"app\", \"image\": \"%s\"}]}}}}"
                            .formatted(image));
            admin.awaitAvailable("web", 1);
        }

        Reply set = admin.get(REPLICA_SETS + "/" + first);

        assertThat(set.at("/spec/replicas").asInt()).isEqualTo(1);
        assertThat(set.at("/metadata/annotations")
                        .path("deployment.kubernetes.io/revision")
                        .asText())
                .isEqualTo("3");
        assertThat(admin.get(REPLICA_SETS).at("/items")).hasSize(2);
    }

    @Test
    void patch_imageThatIsNotThere_keepsTheFormerPods() {
        admin.deploy("web", "kws/web:1", "");
        admin.awaitAvailable("web", 1);

        admin.patch(
                DEPLOYMENTS + "/web",
                "strategic-merge-patch+json",
                "{\"spec\": {\"template\": {\"spec\": {\"containers\": [{\"name\": \"app\", \"image\": \"no/such:1\"}]}}}}");
        Reply deployment = admin.await(
                DEPLOYMENTS + "/web", reply -> reply.at("/status/replicas").asInt() == 2);

        assertThat(deployment.at("/status/availableReplicas").asInt()).isEqualTo(1);
        assertThat(deployment.at("/status/unavailableReplicas").asInt()).isZero();
    }

    @Test
    void deploy_imageThatIsNotThereOrDenied_saysSoAndTriesAgain() {
        cluster.failPulls("kws/web:1", "pull access denied");
        admin.deploy("lost", "no/such:1", "");
        admin.deploy("denied", "kws/web:1", "");

        Reply lost = admin.awaitPod("lost", WAITING + "/message", "not found");
        Reply denied = admin.awaitPod("denied", WAITING + "/message", "denied");
        cluster.heal();

        assertThat(lost.string("/items/0" + WAITING + "/reason")).isEqualTo("ErrImagePull");
        assertThat(denied.string("/items/0/status/phase")).isEqualTo("Pending");
        admin.awaitAvailable("denied", 1);
    }

    @Test
    void deploy_moreThanTheMachineHas_tellsOfWhat() {
        cluster.capacity(1_000, 1_024, 10);
        admin.deploy("large", "kws/web:1", "\"resources\": {\"requests\": {\"cpu\": \"2\", \"memory\": \"2Gi\"}}");

        admin.awaitPod(
                "large",
                "/status/conditions/0/message",
                "0/1 nodes are available: 1 Insufficient cpu, 1 Insufficient memory.");
        cluster.capacity(4_000, 4_096, 10);

        admin.awaitAvailable("large", 1);
    }

    @Test
    void deploy_appThatCrashes_showsExitCodeAndFormerLog() {
        cluster.crash("kws/web:1", 3, "cannot find my database");
        admin.deploy("crash", "kws/web:1", "");

        Reply pods = admin.awaitPod("crash", WAITING + "/reason", "CrashLoopBackOff");
        String log = PODS + "/" + pods.string("/items/0/metadata/name") + "/log";

        assertThat(pods.at("/items/0/status/containerStatuses/0/lastState/terminated/exitCode")
                        .asInt())
                .isEqualTo(3);
        assertThat(admin.get(log + "?previous=true").text()).isEqualTo("cannot find my database\n");
        cluster.heal();
        admin.awaitAvailable("crash", 1);
    }

    @Test
    void failProbes_ofAnAppThatServes_takesItFromItsService() throws IOException {
        admin.deploy("web", "kws/web:1", "");
        admin.post(
                "/api/v1/namespaces/default/services",
                "{\"metadata\": {\"name\": \"web\"}, \"spec\": {\"selector\": {\"app\": \"web\"}, \"ports\": [{\"port\":"
                        + " 80, \"targetPort\": 8080}]}}");
        admin.post(
                "/apis/networking.k8s.io/v1/namespaces/default/ingresses",
                "{\"metadata\": {\"name\": \"web\"}, \"spec\": {\"rules\": [{\"host\": \"web.localhost\", \"http\":"
                        + " {\"paths\": [{\"path\": \"/\", \"pathType\": \"Prefix\", \"backend\": {\"service\": {\"name\":"
                        + " \"web\", \"port\": {\"number\": 80}}}}]}}]}}");
        admin.awaitAvailable("web", 1);
        assertThat(page("web.localhost")).contains("200", "web 1");

        cluster.failProbes("kws/web:1", "HTTP probe failed with statuscode: 500");

        admin.await(
                DEPLOYMENTS + "/web",
                reply -> reply.at("/status/availableReplicas").asInt() == 0);
        assertThat(page("web.localhost")).contains("503");
        assertThat(page("other.localhost")).contains("404");
    }

    private String page(String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), cluster.ingressPort());
                InputStream in = socket.getInputStream()) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.0\r\nHost: %s\r\n\r\n".formatted(host).getBytes(StandardCharsets.US_ASCII));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void create_quotaExceeded_showsOnTheDeploymentOnly() {
        admin.post(
                "/api/v1/namespaces/default/resourcequotas",
                "{\"metadata\": {\"name\": \"few\"}, \"spec\": {\"hard\": {\"pods\": \"1\"}}}");
        admin.deploy("web", "kws/web:1", "");
        admin.awaitAvailable("web", 1);

        Reply second = admin.deploy("second", "kws/web:1", "");

        assertThat(second.status()).isEqualTo(201);
        admin.await(
                DEPLOYMENTS + "/second",
                reply ->
                        reply.text().contains("exceeded quota: few, requested: pods=1, used: pods=1, limited: pods=1"));
    }

    @Test
    void delete_inTheForeground_isGoneWithItsPods() {
        admin.deploy("web", "kws/web:1", "");
        admin.awaitAvailable("web", 1);

        Reply deleted = admin.delete(DEPLOYMENTS + "/web", "{\"propagationPolicy\": \"Foreground\"}");
        admin.await(DEPLOYMENTS + "/web", reply -> reply.status() == 404);

        assertThat(deleted.string("/metadata/finalizers/0")).isEqualTo("foregroundDeletion");
        assertThat(admin.get(PODS).at("/items")).isEmpty();
        assertThat(admin.get(REPLICA_SETS).at("/items")).isEmpty();
    }

    @Test
    void delete_orphaning_leavesTheReplicaSet() {
        admin.deploy("web", "kws/web:1", "");
        admin.awaitAvailable("web", 1);

        admin.delete(DEPLOYMENTS + "/web", "{\"propagationPolicy\": \"Orphan\"}");
        admin.await(DEPLOYMENTS + "/web", reply -> reply.status() == 404);

        assertThat(admin.get(REPLICA_SETS).at("/items")).hasSize(1);
        assertThat(admin.get(REPLICA_SETS).at("/items/0/metadata").has("ownerReferences"))
                .isFalse();
        assertThat(admin.get(PODS).string("/items/0/status/phase")).isEqualTo("Running");
    }
}
