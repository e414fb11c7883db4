package io.kws.sdk.k8s.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.apps.App;
import io.kws.sdk.apps.AppChange;
import io.kws.sdk.apps.AppQuery;
import io.kws.sdk.apps.AppReadiness;
import io.kws.sdk.apps.AppRental;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.apps.AppStatus;
import io.kws.sdk.apps.ExecResult;
import io.kws.sdk.apps.Exposure;
import io.kws.sdk.apps.LogLine;
import io.kws.sdk.apps.LogQuery;
import io.kws.sdk.apps.LogStream;
import io.kws.sdk.apps.PodResources;
import io.kws.sdk.apps.Storage;
import io.kws.sdk.driver.steps.Reports;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.NoCapacityException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.errors.QuotaExceededException;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.plans.Plan;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ReceiptEntry;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.secrets.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What apps must do on any node with the images of the testbed, whose base domain leads to it from here. */
abstract class AppsContract extends AppsFixture {
    static final String ALICE = "Alice Liddell";

    private static List<ResourceKind> kinds(Receipt receipt, Outcome outcome) {
        return receipt.entries(outcome).stream().map(ReceiptEntry::kind).toList();
    }

    @Test
    void deploy_nameImageAndPort_answersAtItsUrl() {
        AppRental rental = deploy(web("plain").readyWhen(AppReadiness.url()));

        assertThat(rental.app().status()).isEqualTo(AppStatus.AVAILABLE);
        assertThat(rental.app().url().orElseThrow().getHost()).startsWith("plain-" + suffix());
        assertThat(Web.get(rental.app().url().orElseThrow())).contains("web 1");
        assertThat(kinds(rental.receipt(), Outcome.CREATED))
                .containsExactlyInAnyOrder(ResourceKind.DEPLOYMENT, ResourceKind.SERVICE, ResourceKind.INGRESS);
        assertThat(apps().get(rental.app().name())).isEqualTo(rental.app());
    }

    @Test
    void deploy_withAllOptions_isAsAsked() {
        AppRental rental = deploy(web("full")
                .environment(Map.of("GREETING", "$(PORT) costs $$5"))
                .secrets(Map.of("PASSWORD", Secret.of("hunter22")))
                .replicas(2)
                .resources(PodResources.builder()
                        .cpuRequestMillis(20)
                        .cpuLimitMillis(500)
                        .memoryRequestMib(16)
                        .memoryLimitMib(64)
                        .build())
                .healthPath("/healthz")
                .host("full-" + suffix() + ".example.org")
                .labels(Map.of("team", "a"))
                .annotations(Map.of("example.org/note", "any text, really"))
                .owner(ALICE)
                .term(Duration.ofDays(2)));
        App read = apps().get(rental.app().id());
        String page = exec(read, "cat", "/proc/1/environ").out();

        assertThat(read.availableReplicas()).isEqualTo(2);
        assertThat(read.rental()).contains(rental.rental());
        assertThat(rental.rental().end()).contains(rental.rental().start().plus(Duration.ofDays(2)));
        assertThat(read.url().orElseThrow().getHost()).isEqualTo("full-" + suffix() + ".example.org");
        assertThat(read.annotations()).containsEntry("example.org/note", "any text, really");
        assertThat(page).contains("PASSWORD=hunter22").contains("GREETING=$(PORT) costs $$5");
        assertThat(rental.toString()).doesNotContain("hunter22");
        assertThat(apps().list(AppQuery.ownedBy(ALICE))).contains(read);
        assertThat(apps().list(AppQuery.ownedBy("Alice"))).doesNotContain(read);
        assertThat(apps().list(AppQuery.in(read.namespace()))).contains(read);
        assertThat(apps().list(AppQuery.named(read.name()))).containsExactly(read);
        assertThat(apps().find(rental.rental().id().value())).contains(read);
    }

    @Test
    void deploy_forTheClusterOnly_hasNoUrl() {
        AppRental rental = deploy(web("inside").exposure(Exposure.CLUSTER));

        assertThat(rental.app().url()).isEmpty();
        assertThat(kinds(rental.receipt(), Outcome.CREATED))
                .containsExactlyInAnyOrder(ResourceKind.DEPLOYMENT, ResourceKind.SERVICE);
    }

    @Test
    void deploy_twice_makesNoSecondApp() {
        AppRental rental = deploy(web("twice"));

        assertThat(refusal(ConflictException.class, web("twice")))
                .hasMessageContainingAll(
                        "twice-" + suffix(), rental.rental().id().value());
        assertThat(apps().list(AppQuery.named("twice-" + suffix()))).containsExactly(rental.app());
    }

    @Test
    void deploy_hostOfAnother_isAConflict() {
        AppRental first = deploy(web("first").host("taken-" + suffix() + ".example.org"));

        assertThat(refusal(ConflictException.class, web("second").host("taken-" + suffix() + ".example.org")))
                .hasMessageContainingAll("taken-" + suffix(), first.app().id());
    }

    @Test
    void deploy_secretsThatAreNotThere_areNotFoundBeforeAnythingIsMade() {
        assertThat(refusal(NotFoundException.class, web("pull").imagePullSecret("absent")))
                .hasMessageContainingAll("the image pull secret \"absent\" does not exist", "\"default\"", "create it");
        assertThat(refusal(NotFoundException.class, web("tls").tlsSecret("absent")))
                .hasMessageContaining("the TLS secret \"absent\" does not exist");
    }

    @Test
    void deploy_namespaceThatIsNotThere_isNotFound() {
        assertThat(refusal(NotFoundException.class, web("lost").namespace("absent-" + suffix())))
                .hasMessageContaining("the namespace \"absent-" + suffix() + "\" does not exist; create it")
                .satisfies(error -> assertThat(error.receipt().entries()).isEmpty());
    }

    @Test
    void plan_whatCannotBe_isAProblem() {
        Plan plan = apps().plan(web("planned")
                .namespace("absent-" + suffix())
                .storage(Storage.of("/data", 1, "absent"))
                .resources(PodResources.builder().cpuRequestMillis(500_000).build())
                .build());
        Plan greedy = apps().plan(web("greedy")
                .owner("bob " + suffix())
                .resources(PodResources.builder().cpuRequestMillis(1).build())
                .replicas(21)
                .build());

        assertThat(plan.isFeasible()).isFalse();
        assertThat(plan.problems())
                .hasOnlyElementsOfTypes(NotFoundException.class, NoCapacityException.class)
                .hasSize(3);
        assertThat(plan.toString()).contains("absent-" + suffix(), "storage class", "0 of 1 replicas");
        assertThat(greedy.problems())
                .anySatisfy(problem -> assertThat(problem)
                        .isInstanceOf(QuotaExceededException.class)
                        .hasMessageContaining("20 of 21 replicas of this size fit"));
        assertThat(apps().plan(web("planned").build()).problems()).isEmpty();
    }

    @Test
    void deployAsync_cancelled_leavesNothing() {
        AppSpec spec = web("cancelled").healthPath("/never").build();
        Operation<AppRental> operation = apps().deployAsync(spec);

        Reports.await(operation, progress -> progress.detail().contains("health"));
        assertThat(operation.cancel()).isTrue();

        assertThatThrownBy(operation::await)
                .isInstanceOfSatisfying(
                        CancelledException.class,
                        error -> assertThat(kinds(error.receipt(), Outcome.DELETED))
                                .contains(ResourceKind.DEPLOYMENT, ResourceKind.SERVICE, ResourceKind.INGRESS));
        assertThat(Traces.of(node(), spec.rentalId())).isEmpty();
    }

    @Test
    void delete_twiceAndByRental_isFine() {
        AppRental rental = deploy(web("gone").secrets(Map.of("A", Secret.of("b"))));

        assertThat(kinds(apps().delete(rental.app().id()), Outcome.DELETED))
                .containsExactlyInAnyOrder(
                        ResourceKind.DEPLOYMENT, ResourceKind.SERVICE, ResourceKind.INGRESS, ResourceKind.SECRET);
        assertThat(Traces.of(node(), rental.rental().id())).isEmpty();
        assertThat(apps().delete(rental.app().name()).entries()).isEmpty();
        assertThat(apps().delete(rental.rental().id().value()).entries()).isEmpty();
        assertThat(apps().find(rental.app().id())).isEmpty();
    }

    @Test
    void get_unknown_suggestsTheNearest() {
        AppRental rental = deploy(web("nearest"));

        assertThatThrownBy(() -> apps().get(rental.app().name().replace("nearest", "neerest")))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("did you mean \"" + rental.app().name() + "\"?");
    }

    @Test
    void scale_upDownAndToNothing_isSo() {
        AppRental rental = deploy(web("scaled"));

        assertThat(apps().scale(rental.app().id(), 2).availableReplicas()).isEqualTo(2);
        assertThat(apps().scale(rental.app().id(), 0).status()).isEqualTo(AppStatus.STOPPED);
        App one = apps().scale(rental.app().id(), 1);

        assertThat(facts(one)).isEqualTo(facts(rental.app()));
        assertThatThrownBy(() -> apps().scale(rental.app().id(), -1)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void restart_replacesTheReplicas() {
        AppRental rental = deploy(web("restarted"));
        String before = exec(rental.app(), "hostname").out();

        App restarted = apps().restart(rental.app().id());

        assertThat(facts(restarted)).isEqualTo(facts(rental.app()));
        assertThat(exec(restarted, "hostname").out()).isNotEqualTo(before);
    }

    @Test
    void redeploy_ofOneReplica_isAnsweredAllTheTimeAndThenByTheNewVersionOnly() {
        AppRental rental = deploy(web("served").readyWhen(AppReadiness.url()));
        URI url = rental.app().url().orElseThrow();

        try (Visits visits = Visits.begin(url)) {
            apps().redeploy(rental.app().id(), AppChange.ofImage("kws/web:2"));
            List<String> pages =
                    IntStream.range(0, 20).mapToObj(number -> Web.get(url)).toList();

            assertThat(pages).allMatch(page -> page.contains("web 2"));
            assertThat(visits.failures()).as("of %d answers", visits.number()).isEmpty();
        }
    }

    @Test
    void redeploy_nothingDiffers_changesNothing() {
        AppRental rental = deploy(web("same")
                .environment(Map.of("A", "$1", "B", "2"))
                .secrets(Map.of("C", Secret.of("3")))
                .resources(PodResources.builder()
                        .cpuLimitMillis(2000)
                        .memoryLimitMib(1024)
                        .build())
                .healthPath("/healthz"));
        String before = exec(rental.app(), "hostname").out();

        App unchanged = apps().redeploy(rental.app().id(), AppChange.builder().build());
        App same = apps().redeploy(
                        rental.app().id(),
                        AppChange.builder()
                                .image("kws/web:1")
                                .environment(Map.of("B", "2", "A", "$1"))
                                .secrets(Map.of("C", Secret.of("3")))
                                .removedVariables(List.of("D"))
                                .resources(PodResources.builder()
                                        .cpuLimitMillis(2000)
                                        .memoryLimitMib(1024)
                                        .memoryRequestMib(64)
                                        .build())
                                .healthPath("/healthz")
                                .replicas(1)
                                .build());

        assertThat(facts(unchanged)).isEqualTo(facts(rental.app()));
        assertThat(facts(same)).isEqualTo(facts(rental.app()));
        assertThat(exec(same, "hostname").out()).isEqualTo(before);
    }

    @Test
    void restartAndScale_ofOneReplica_areAnsweredAllTheTime() {
        AppRental rental = deploy(web("kept").readyWhen(AppReadiness.url()));

        try (Visits visits = Visits.begin(rental.app().url().orElseThrow())) {
            apps().restart(rental.app().id());
            apps().scale(rental.app().id(), 2);
            apps().scale(rental.app().id(), 1);

            assertThat(visits.failures()).as("of %d answers", visits.number()).isEmpty();
        }
    }

    @Test
    void exec_command_givesItsEnd() {
        AppRental rental = deploy(web("exec"));

        assertThat(exec(rental.app(), "sh", "-c", "echo out; echo err >&2; exit 3"))
                .isEqualTo(new ExecResult(3, "out\n", "err\n"));
        assertThat(exec(rental.app(), "echo", "a b", "ü&?").out()).isEqualTo("a b ü&?\n");
        assertThatThrownBy(() -> exec(rental.app(), "no-such-program"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("no-such-program");
    }

    @Test
    void logs_tailSinceAndFollow_giveTheLines() {
        AppRental rental = deploy(web("logging")
                .command(List.of("sh", "-c"))
                .arguments(List.of("echo one; echo two; (sleep 5; echo three) & exec /bin/web")));
        String app = rental.app().id();

        assertThat(apps().logs(app, LogQuery.since(Duration.ofHours(1))))
                .extracting(LogLine::text)
                .startsWith("one", "two");
        assertThat(apps().logs(app, LogQuery.tail(1))).hasSize(1);
        try (LogStream stream = apps().follow(app, LogQuery.tail(100))) {
            assertThat(stream.next().text()).isEqualTo("one");
            assertThat(stream.next().text()).isEqualTo("two");
            assertThat(stream.next().text()).contains("starting web 1");
            assertThat(stream.next().text()).isEqualTo("three");
        }
    }

    @Test
    void deploy_sameRequestTwiceAtOnce_isOneApp() {
        AppSpec spec = web("double").secrets(Map.of("A", Secret.of("b"))).build();
        AppRental first = deploy(spec);
        List<Operation<AppRental>> operations = List.of(apps().deployAsync(spec), apps().deployAsync(spec));

        assertThat(operations)
                .extracting(Operation::await)
                .extracting(AppRental::app)
                .allSatisfy(app -> assertThat(facts(app)).isEqualTo(facts(first.app())));
        assertThat(Traces.of(node(), spec.rentalId()))
                .filteredOn(trace -> trace.startsWith("deployments") || trace.startsWith("secrets"))
                .hasSize(2);
    }

    @Test
    void follow_closedByAnother_ends() throws InterruptedException {
        AppRental rental = deploy(web("closed"));
        LogStream stream = apps().follow(rental.app().id(), LogQuery.tail(1));
        Thread closer = new Thread(stream::close);

        closer.start();

        assertThat(stream.hasNext()).isFalse();
        closer.join();
    }
}
