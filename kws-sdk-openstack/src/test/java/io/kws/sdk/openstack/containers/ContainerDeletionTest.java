package io.kws.sdk.openstack.containers;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.kws.sdk.openstack.OpenStackStub.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.kws.sdk.driver.steps.Deadline;
import io.kws.sdk.driver.steps.Threads;
import io.kws.sdk.driver.steps.UseCaseRunner;
import io.kws.sdk.errors.AccessDeniedException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.WaitTimedOutException;
import io.kws.sdk.openstack.OpenStackStub;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.limits.OpenStackLimits;
import io.kws.sdk.openstack.networks.NeutronNetworks;
import io.kws.sdk.operations.PollInterval;
import io.kws.sdk.operations.Timeouts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which states Zun deletes in, what is done about the others, and when to give up. */
@Timeout(20)
class ContainerDeletionTest {
    private static final Timeouts QUICK = Timeouts.builder()
            .firstPause(Duration.ofMillis(1))
            .longestPause(Duration.ofMillis(2))
            .pollInterval(PollInterval.every(Duration.ofMillis(1)))
            .build();
    private static final Threads THREADS = new Threads();
    private static final String STOP = "/containers/1?stop=true";
    private static final String FORCE = "/containers/1?force=true";

    @RegisterExtension
    final OpenStackStub cloud = new OpenStackStub("kws1");

    /** Shows one state after the other, the last again and again; {@code gone} is a 404. */
    private void shows(String... states) {
        for (int turn = 0; turn < states.length; turn++) {
            String[] words = states[turn].split(" ", -1);
            String task = words.length > 1 ? "\"" + words[1] + "\"" : "null";
            String body =
                    "{\"uuid\":\"1\",\"name\":\"web-1\",\"status\":\"%s\",\"task_state\":%s}".formatted(words[0], task);
            cloud.on(
                    get(urlPathEqualTo("/container/v1/containers/1"))
                            .inScenario("states")
                            .whenScenarioStateIs(turn(turn))
                            .willSetStateTo(turn(Math.min(turn + 1, states.length - 1))),
                    words[0].equals("gone") ? json(404, "{}") : json(200, body));
        }
    }

    private static String turn(int number) {
        return number == 0 ? Scenario.STARTED : "turn " + number;
    }

    private void bringEnd() {
        OpenStackClient client = cloud.client();
        UseCaseRunner runner = new UseCaseRunner("kws1", THREADS, QUICK);
        new ContainerDeletion(
                        new ContainerNode(
                                client,
                                runner,
                                QUICK,
                                new NeutronNetworks(client),
                                new OpenStackLimits(client, runner)),
                        "1")
                .run();
    }

    @Test
    void bring_accepted_waitsUntilItIsGone() {
        cloud.answers("DELETE", STOP, 204, "");
        shows("Running", "Running container_stopping", "Stopped", "Deleting container_deleting", "gone");

        bringEnd();

        assertThat(cloud.count("DELETE", STOP)).isOne();
        assertThat(cloud.requests("DELETE", STOP).get(0).getHeader("OpenStack-API-Version"))
                .isEqualTo("container 1.24");
    }

    @Test
    void bring_goneAlready_isFine() {
        cloud.answers("DELETE", STOP, 404, "{}");

        assertThatCode(this::bringEnd).doesNotThrowAnyException();

        assertThat(cloud.count("GET", "/containers/1")).isZero();
    }

    @Test
    void bring_failsOnTheHost_isAskedForAgain() {
        cloud.answers("DELETE", STOP, 204, "");
        shows("Deleting container_deleting", "Error container_deleting", "Error", "Deleting", "gone");

        bringEnd();

        assertThat(cloud.count("DELETE", STOP)).isEqualTo(2);
    }

    @Test
    void bring_beingCreated_waitsUntilZunDeletesIt() {
        cloud.answersInTurn("DELETE", STOP, 409, 204);
        cloud.answers("DELETE", FORCE, 403, "{}");
        shows("Creating", "Creating container_creating", "Creating", "Created", "gone");

        bringEnd();

        assertThat(cloud.count("DELETE", STOP)).isEqualTo(2);
        assertThat(cloud.count("DELETE", FORCE)).isOne();
    }

    @Test
    void bring_beingCreatedAndAdministrator_isForced() {
        cloud.answers("DELETE", STOP, 409, "{}");
        cloud.answers("DELETE", FORCE, 204, "");
        shows("Creating", "Creating", "gone");

        bringEnd();

        assertThat(cloud.count("DELETE", STOP)).isOne();
        assertThat(cloud.count("DELETE", FORCE)).isOne();
    }

    @Test
    void bring_paused_isUnpausedFirst() {
        cloud.answersInTurn("DELETE", STOP, 409, 204);
        cloud.answers("POST", "/containers/1/unpause", 202, "null");
        shows("Paused", "Paused container_unpausing", "Running", "gone");

        bringEnd();

        assertThat(cloud.count("POST", "/containers/1/unpause")).isPositive();
        assertThat(cloud.count("DELETE", STOP)).isEqualTo(2);
    }

    @Test
    void bring_refusedAgainAndAgain_endsInTheConflict() {
        String body = "{\"errors\":[{\"status\":409,\"title\":\"it is locked\",\"detail\":\"it is locked\"}]}";
        cloud.answers("DELETE", STOP, 409, body);
        shows("Running");

        assertThatThrownBy(this::bringEnd).isInstanceOf(ConflictException.class).hasMessageContaining("it is locked");
        assertThat(cloud.count("DELETE", STOP)).isEqualTo(5);
    }

    @Test
    void bring_refusedButNotShown_isNotTakenForGone() {
        cloud.answersInTurn("DELETE", STOP, 409, 409, 204);
        shows("gone");

        bringEnd();

        assertThat(cloud.count("DELETE", STOP)).isEqualTo(3);
    }

    @Test
    void bring_notAllowed_isDenied() {
        cloud.answers("DELETE", STOP, 403, "{}");

        assertThatThrownBy(this::bringEnd).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void bring_neverGone_timesOut() {
        cloud.answers("DELETE", STOP, 204, "");
        shows("Unknown");

        assertThatThrownBy(() -> Deadline.after(Duration.ofMillis(60)).during(() -> {
                    bringEnd();
                    return List.of();
                }))
                .isInstanceOf(WaitTimedOutException.class);
    }
}
