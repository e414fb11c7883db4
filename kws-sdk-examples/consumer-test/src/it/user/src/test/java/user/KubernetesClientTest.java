package user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.apis.CoreV1Api;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.util.ClientBuilder;
import io.kubernetes.client.util.KubeConfig;
import io.kubernetes.client.util.SSLUtils;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class KubernetesClientTest {
    private static final String NAMESPACE =
            "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"lab\"}}";

    @Test
    void namespaces_areReadAndWritten() throws Exception {
        try (ScriptedServer cluster = new ScriptedServer()) {
            cluster.answers(
                    "GET /api/v1/namespaces",
                    200,
                    "{\"apiVersion\":\"v1\",\"kind\":\"NamespaceList\",\"metadata\":{},\"items\":[" + NAMESPACE + "]}");
            cluster.answers("POST /api/v1/namespaces", 201, NAMESPACE);
            CoreV1Api api = new CoreV1Api(client(cluster));

            assertEquals(1, api.listNamespace().execute().getItems().size());
            V1Namespace made = api.createNamespace(
                            new V1Namespace().metadata(new V1ObjectMeta().name("lab")))
                    .execute();

            assertEquals("lab", made.getMetadata().getName());
            assertTrue(cluster.requests().get(1).contains("\"lab\""));
        }
    }

    @Test
    void clientKey_isRead() throws Exception {
        PrivateKey key = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
        String pem = "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END PRIVATE KEY-----\n";

        PrivateKey read = SSLUtils.loadKey(
                new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)), "RSA");

        assertEquals(key, read);
    }

    private static ApiClient client(ScriptedServer cluster) throws Exception {
        String kubeconfig = """
                apiVersion: v1
                kind: Config
                current-context: c
                clusters: [{name: c, cluster: {server: "%s"}}]
                users: [{name: u, user: {token: secret}}]
                contexts: [{name: c, context: {cluster: c, user: u}}]
                """.formatted(cluster.url());
        return ClientBuilder.kubeconfig(KubeConfig.loadKubeConfig(new StringReader(kubeconfig))).build();
    }
}
