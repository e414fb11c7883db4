package io.kws.sdk.k8s.apps;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.apis.CoreV1Api;
import io.kubernetes.client.openapi.apis.RbacAuthorizationV1Api;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1RoleBinding;
import io.kubernetes.client.util.Yaml;
import io.kws.sdk.Kws;
import io.kws.sdk.apps.AppRental;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.config.ClusterConfig;
import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.driver.steps.Waiting;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.k8s.Testbed;
import io.kws.sdk.rentals.RentalId;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A program in a Pod of the testbed, which logs in by the Pod's service account. The Pod has no Java of its own: it is
 * lent this machine's, and this test's class path.
 */
class InClusterIT {
    private final String namespace = "kws-it-" + RentalId.random();

    /** The program: deploys an app into the namespace that it is told, which is the only one it has rights in, and deletes it. */
    public static void main(String[] args) {
        NodeConfig node = NodeConfig.builder()
                .name("here")
                .kubernetes(ClusterConfig.inCluster().namespace(args[0]).build())
                .build();
        try (Kws kws = Kws.builder().node(node).build()) {
            AppRental rental = kws.node("here")
                    .apps()
                    .deploy(AppSpec.builder()
                            .name("inner")
                            .image("kws/web:1")
                            .port(8080)
                            .build());
            System.out.println("deployed " + rental.app().id());
            System.out.println("removed "
                    + kws.node("here").apps().delete("inner").entries().size());
        } catch (KwsException e) {
            System.out.println("failed: " + e.getMessage());
        }
    }

    /** What client-java does, with its checked exception. */
    private interface Work<R> {
        R run(ApiClient api) throws ApiException;
    }

    private static <R> R plainly(Kws kws, Work<R> work) {
        return kws.node("k1").unwrap(ApiClient.class, api -> {
            try {
                return work.run(api);
            } catch (ApiException e) {
                throw new IllegalStateException(e.getResponseBody(), e);
            }
        });
    }

    @Test
    void inCluster_serviceAccountOfThePod_worksInThePodsNamespace() {
        try (Kws kws = Testbed.connect()) {
            plainly(
                    kws,
                    api -> new CoreV1Api(api)
                            .createNamespace(
                                    Yaml.loadAs("metadata: {name: %s}".formatted(namespace), V1Namespace.class))
                            .execute());
            try {
                plainly(
                        kws,
                        api -> new RbacAuthorizationV1Api(api)
                                .createNamespacedRoleBinding(
                                        namespace, Yaml.loadAs("""
                                metadata: {name: editor}
                                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit}
                                subjects: [{kind: ServiceAccount, name: default, namespace: %s}]
                                """.formatted(namespace), V1RoleBinding.class))
                                .execute());
                plainly(
                        kws,
                        api -> new CoreV1Api(api)
                                .createNamespacedPod(namespace, pod())
                                .execute());

                assertThat(end(kws)).contains("deployed " + namespace + "/inner", "removed 2");
            } finally {
                plainly(
                        kws,
                        api -> new CoreV1Api(api).deleteNamespace(namespace).execute());
            }
        }
    }

    private String end(Kws kws) {
        for (int looks = 0; looks < 240; looks++) {
            V1Pod pod = plainly(
                    kws,
                    api -> new CoreV1Api(api)
                            .readNamespacedPod("program", namespace)
                            .execute());
            String phase = pod.getStatus() == null
                    ? ""
                    : String.valueOf(pod.getStatus().getPhase());
            if (phase.equals("Succeeded") || phase.equals("Failed")) {
                break;
            }
            Waiting.pause(Duration.ofMillis(500));
        }
        return plainly(
                kws,
                api -> new CoreV1Api(api)
                        .readNamespacedPodLog("program", namespace)
                        .execute());
    }

    private V1Pod pod() {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String mounts = folders(classPath).stream()
                .map(folder -> "- {name: machine, mountPath: %s, subPath: %s, readOnly: true}"
                        .formatted(folder, source(folder)))
                .collect(Collectors.joining("\n      "));
        V1Pod pod = Yaml.loadAs(
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: program}
                spec:
                  restartPolicy: Never
                  volumes: [{name: machine, hostPath: {path: /}}]
                  containers:
                  - name: program
                    image: busybox:1.35
                    command: ["%s", "-cp", "%s", "%s", "%s"]
                    volumeMounts:
                      %s
                """.formatted(java, classPath, InClusterIT.class.getName(), namespace, mounts), V1Pod.class);
        Objects.requireNonNull(pod.getSpec()).setOverhead(null); // an empty one is refused
        return pod;
    }

    /** The folders of this machine that Java and the class path lie in. */
    private static Set<String> folders(String classPath) {
        Set<String> folders = new LinkedHashSet<>(Set.of("/usr", "/lib", "/lib64", "/etc/java-17-openjdk"));
        Path repository = Path.of(System.getProperty("user.home"), ".m2", "repository");
        Arrays.stream(classPath.split(File.pathSeparator))
                .map(Path::of)
                .map(path -> path.startsWith(repository) ? repository : path)
                .map(Path::toString)
                .forEach(folders::add);
        return folders;
    }

    /** Debian's /lib is a link into /usr. */
    private static String source(String folder) {
        return (folder.startsWith("/lib") ? "usr" + folder : folder.substring(1));
    }
}
