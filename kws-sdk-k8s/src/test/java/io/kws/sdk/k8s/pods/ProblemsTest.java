package io.kws.sdk.k8s.pods;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.k8s.TinyCluster;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.pods.Problem.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {
    private static final KubeObject HEALTHY = object("{}");

    private static KubeObject object(String json) {
        return new KubeObject(TinyCluster.json(json));
    }

    private static List<Problem> ofContainer(String status) {
        return Problems.of(
                HEALTHY,
                List.of(object(
                        "{\"metadata\":{\"name\":\"p\"},\"status\":{\"newIn2030\":{},\"containerStatuses\":[%s]}}"
                                .formatted(status))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "InvalidImageName | IMAGE_NAME",
                "ErrImagePull | IMAGE",
                "ErrImageNeverPull | IMAGE",
                "ImagePullBackOff | IMAGE",
                "CreateContainerConfigError | CONTAINER",
                "CreateContainerError | CONTAINER",
                "ContainerCreating | STARTING",
                "SomethingNewIn2030 | STARTING",
            })
    void of_containerWaits_isOfThatKind(String reason, Kind kind) {
        String status = "{\"state\":{\"waiting\":{\"reason\":\"%s\",\"message\":\"why\"}}}".formatted(reason);

        assertThat(ofContainer(status)).containsExactly(new Problem(kind, "p", "why"));
    }

    @Test
    void of_crashedTwiceSoFar_isACrashLoop() {
        String status = "{\"restartCount\":%d,\"state\":{\"waiting\":{\"reason\":\"CrashLoopBackOff\"}},"
                + "\"lastState\":{\"terminated\":{\"exitCode\":137,\"reason\":\"OOMKilled\"}}}";

        assertThat(ofContainer(status.formatted(2)))
                .containsExactly(new Problem(Kind.CRASH, "p", "exit code 137 (OOMKilled)"));
        assertThat(ofContainer(status.formatted(1))).extracting(Problem::kind).containsExactly(Kind.STARTING);
    }

    @Test
    void of_runsAgainAfterCrashes_isNotGivenUp() {
        String status = "{\"restartCount\":5,\"ready\":false,\"state\":{\"running\":{}},"
                + "\"lastState\":{\"terminated\":{\"exitCode\":1}}}";

        assertThat(ofContainer(status)).extracting(Problem::kind).containsExactly(Kind.HEALTH);
    }

    @Test
    void of_runsAndIsReady_isNone() {
        assertThat(ofContainer("{\"ready\":true,\"state\":{\"running\":{}}}")).isEmpty();
    }

    @Test
    void of_podsThatAreGoing_areOfNoInterest() {
        assertThat(Problems.of(HEALTHY, List.of(object("""
                                {"metadata":{"name":"p","deletionTimestamp":"x"},
                                 "status":{"containerStatuses":[{"state":{"waiting":{"reason":"ErrImagePull"}}}]}}""")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0/1 nodes are available: 1 Insufficient cpu. | ROOM | p",
                "pod has unbound immediate PersistentVolumeClaims. | VOLUME | data",
            })
    void of_unschedulable_tellsRoomFromStorage(String message, Kind kind, String object) {
        KubeObject pod = object("""
                {"metadata":{"name":"p"},"spec":{"volumes":[{"name":"other"},
                  {"persistentVolumeClaim":{"claimName":"data"}}]},"status":{"conditions":[
                 {"type":"PodScheduled","status":"False","reason":"Unschedulable","message":"%s"}]}}""".formatted(message));

        assertThat(Problems.of(HEALTHY, List.of(pod))).containsExactly(new Problem(kind, object, message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pods x is forbidden: exceeded quota: q | QUOTA",
                "pods x is forbidden: violates PodSecurity | REFUSED"
            })
    void of_podsCannotBeMade_tellsQuotaFromOtherRefusals(String message, Kind kind) {
        KubeObject deployment = object("""
                {"status":{"conditions":[{"type":"ReplicaFailure","status":"True","message":"%s"}]}}""".formatted(message));

        assertThat(Problems.of(deployment, List.of())).containsExactly(new Problem(kind, "", message));
    }
}
