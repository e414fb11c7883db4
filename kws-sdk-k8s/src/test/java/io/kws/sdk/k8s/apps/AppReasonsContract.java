package io.kws.sdk.k8s.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubernetes.client.custom.V1Patch;
import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.util.generic.dynamic.DynamicKubernetesApi;
import io.kws.sdk.apps.App;
import io.kws.sdk.apps.AppChange;
import io.kws.sdk.apps.AppReadiness;
import io.kws.sdk.apps.AppRental;
import io.kws.sdk.apps.AppStatus;
import io.kws.sdk.apps.PodResources;
import io.kws.sdk.driver.steps.Waiting;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.NoCapacityException;
import io.kws.sdk.errors.ProvisioningFailedException;
import io.kws.sdk.errors.QuotaExceededException;
import io.kws.sdk.errors.WaitTimedOutException;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.ReceiptEntry;
import io.kws.sdk.secrets.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Why apps do not come up, and what becomes of those that did before. */
abstract class AppReasonsContract extends AppsFixture {
    @Test
    void deploy_imageThatIsNotThere_saysSo() {
        assertThat(refusal(ProvisioningFailedException.class, image("noimage", "kws/absent:9")))
                .hasMessageContainingAll("Could not deploy app", "the image \"kws/absent:9\" does not exist");
    }

    @Test
    void deploy_imageWithAnImpossibleName_isInvalid() {
        assertThat(refusal(InvalidRequestException.class, image("badimage", "kws/UPPER:1")))
                .hasMessageContaining("UPPER");
    }

    @Test
    void deploy_moreCpuThanThereIs_saysOfWhat() {
        assertThat(refusal(
                        NoCapacityException.class,
                        web("large")
                                .resources(PodResources.builder()
                                        .cpuRequestMillis(500_000)
                                        .build())))
                .hasMessageContainingAll("no machine has enough free capacity", "cpu");
    }

    @Test
    void deploy_moreThanTheOwnerMayHave_isAQuota() {
        assertThat(refusal(
                        QuotaExceededException.class,
                        web("greedy")
                                .owner("bob")
                                .resources(PodResources.builder()
                                        .cpuRequestMillis(4_500)
                                        .build())))
                .hasMessageContainingAll("exceeded quota", "requests.cpu");
    }

    @Test
    void deploy_appThatEnds_tellsExitCodeAndLastLines() {
        assertThat(refusal(
                        ProvisioningFailedException.class,
                        web("crash").command(List.of("sh", "-c", "echo cannot find my database; exit 3"))))
                .hasMessageContainingAll("exit code 3", "cannot find my database");
    }

    @Test
    void deploy_appThatTakesTooMuchMemory_saysSo() {
        assertThat(refusal(
                        ProvisioningFailedException.class,
                        web("hungry")
                                .resources(PodResources.builder()
                                        .memoryRequestMib(16)
                                        .memoryLimitMib(16)
                                        .build())
                                .command(List.of("sh", "-c", "x=0123456789; while :; do x=$x$x; done"))))
                .hasMessageContainingAll("exits again and again", "OOMKilled");
    }

    @Test
    void deploy_programThatIsNotThere_saysSo() {
        assertThat(refusal(ProvisioningFailedException.class, web("noprogram").command(List.of("/bin/absent"))))
                .hasMessageContaining("/bin/absent");
    }

    @Test
    void deploy_healthCheckThatFails_tellsTheStatus() {
        assertThat(refusal(
                        WaitTimedOutException.class,
                        web("sick").healthPath("/absent").readyWithin(soon())))
                .hasMessageContainingAll("health check fails", "404");
    }

    @Test
    void deploy_portOnWhichNobodyListens_saysSo() {
        assertThat(refusal(
                        WaitTimedOutException.class,
                        web("deaf").environment(Map.of("PORT", "8081")).readyWithin(soon())))
                .hasMessageContainingAll("health check fails", ":8080", "connection refused");
    }

    @Test
    void redeploy_newImageAndSettings_servesThem() {
        AppRental rental = deploy(web("changed").secrets(Map.of("OLD", Secret.of("1"), "GONE", Secret.of("2"))));

        App changed = apps().redeploy(
                        rental.app().id(),
                        AppChange.builder()
                                .image("kws/web:2")
                                .environment(Map.of("GREETING", "hello"))
                                .secrets(Map.of("NEW", Secret.of("3")))
                                .removedVariables(List.of("GONE"))
                                .healthPath("/healthz")
                                .resources(PodResources.builder()
                                        .memoryLimitMib(64)
                                        .build())
                                .build());
        String environment = exec(changed, "cat", "/proc/1/environ").out();

        assertThat(changed.image()).isEqualTo("kws/web:2");
        assertThat(changed.url()).isEqualTo(rental.app().url());
        assertThat(facts(apps().get(rental.app().id()))).isEqualTo(facts(changed));
        assertThat(environment).contains("OLD=1", "NEW=3", "GREETING=hello").doesNotContain("GONE");
        assertThat(Traces.of(node(), rental.rental().id()))
                .filteredOn(trace -> trace.startsWith("secrets"))
                .hasSize(1);
    }

    @Test
    void redeploy_imageThatIsNotThere_goesBackToWhatServed() {
        AppRental rental =
                deploy(web("back").secrets(Map.of("OLD", Secret.of("1"))).readyWhen(AppReadiness.url()));

        ProvisioningFailedException error = catchThrowableOfType(
                ProvisioningFailedException.class,
                () -> apps().redeploy(
                                rental.app().id(),
                                AppChange.builder()
                                        .image("kws/absent:9")
                                        .secrets(Map.of("NEW", Secret.of("2")))
                                        .build()));

        assertThat(error)
                .hasMessageContaining(
                        "the new image \"kws/absent:9\" does not exist; the app keeps running %s",
                        rental.app().image());
        assertThat(error.receipt().entries())
                .extracting(ReceiptEntry::outcome)
                .containsExactlyInAnyOrder(Outcome.RESTORED, Outcome.DELETED);
        assertThat(facts(apps().get(rental.app().id()))).isEqualTo(facts(rental.app()));
        assertThat(Web.get(rental.app().url().orElseThrow())).contains("web 1");
        assertThat(exec(rental.app(), "cat", "/proc/1/environ").out())
                .contains("OLD=1")
                .doesNotContain("NEW=2");
    }

    @Test
    void scale_beyondTheRoom_goesBack() {
        AppRental rental = deploy(web("wide")
                .resources(PodResources.builder().cpuRequestMillis(400).build()));

        NoCapacityException error = catchThrowableOfType(
                NoCapacityException.class, () -> apps().scale(rental.app().id(), 200));

        assertThat(error.receipt().entries(Outcome.RESTORED)).hasSize(1);
        assertThat(facts(apps().get(rental.app().id()))).isEqualTo(facts(rental.app()));
    }

    @Test
    void get_appThatFailedLater_tellsTheReason() {
        AppRental rental = deploy(web("later"));
        breakImage(rental.app());

        App read = apps().get(rental.app().id());

        assertThat(read.status()).isEqualTo(AppStatus.DEGRADED);
        assertThat(read.reason().orElseThrow()).contains("\" does not exist");
    }

    /** Gives an app an image that is not there behind the SDK's back, and waits until that shows. */
    private void breakImage(App app) {
        String patch =
                "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"app\",\"image\":\"kws/absent:9\"}]}}}}";
        node().unwrap(
                        ApiClient.class,
                        api -> new DynamicKubernetesApi("apps", "v1", "deployments", api)
                                .patch(
                                        app.namespace(),
                                        app.name(),
                                        V1Patch.PATCH_FORMAT_STRATEGIC_MERGE_PATCH,
                                        new V1Patch(patch)));
        for (int looks = 0;
                looks < 400 && !apps().get(app.id()).reason().orElse("").contains("image");
                looks++) {
            Waiting.pause(Duration.ofMillis(50));
        }
    }

    /** Returns a time in which an app begins to fail its health check for certain. */
    abstract Duration soon();
}
