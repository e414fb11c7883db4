package io.kws.sdk.openstack.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kws.sdk.driver.steps.Deadline;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.ProvisioningFailedException;
import io.kws.sdk.errors.WaitTimedOutException;
import io.kws.sdk.operations.PollInterval;
import io.kws.sdk.rentals.RentalId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudInitResultTest {
    private static final RentalId RENTAL = new RentalId("k3vq7m2xw5ab");
    private static final String MARK = "kws-cloud-init k3vq7m2xw5ab: ";
    private static final String GOOD = MARK + "{ \"v1\": {  \"datasource\": \"[net,ver=2]\",  \"errors\": [] }}\n";
    private static final String BAD =
            MARK + "{\"v1\": {\"errors\": [\"('scripts-user', RuntimeError('1 failed'))\"]}}\n";
    private static final String LAST_WORDS =
            "[    8.5] cloud-init[402]: Cloud-init v. 22.4.2 finished at Mon, 01 Jan 2024. Up 8.55 seconds\n";
    private static final PollInterval OFTEN = PollInterval.every(Duration.ofMillis(1));
    private static final Duration AMPLE = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(20);

    /** Returns the end on a console that shows each of these in turn, and the last again and again. */
    private static CloudInitResult end(RentalId rental, Duration announcedWithin, String... logs) {
        Queue<String> shown = new ArrayDeque<>(List.of(logs));
        return new CloudInitResult(
                () -> Objects.requireNonNull(shown.size() > 1 ? shown.poll() : shown.peek()), rental, announcedWithin);
    }

    private static void await(CloudInitResult end, Duration allowed) {
        Deadline.after(allowed).during(() -> {
            end.await(OFTEN);
            return true;
        });
    }

    private static void await(RentalId rental, String... logs) {
        await(end(rental, SHORT, logs), AMPLE);
    }

    /** Waits for what never comes. */
    private static void awaitInVain(String log) {
        await(end(RENTAL, SHORT, log), SHORT);
    }

    /** Returns the message of the error that a log leads to. */
    static String errors(String log, RentalId rental) {
        KwsException failure = catchThrowableOfType(ProvisioningFailedException.class, () -> await(rental, log));
        return failure.reason();
    }

    @Test
    void await_announcedWithoutErrors_returns() {
        assertThatCode(() -> await(RENTAL, "", "booting\n", "booting\n" + GOOD)).doesNotThrowAnyException();
    }

    @Test
    void await_announcedWithErrors_failsWithThem() {
        assertThat(errors("booting\n" + BAD + LAST_WORDS, RENTAL))
                .isEqualTo("cloud-init finished with errors: ('scripts-user', RuntimeError('1 failed'))");
    }

    @Test
    void await_severalErrors_namesAll() {
        String log = MARK + "{\"v1\": {\"errors\": [\"one\", \"two\"]}}";

        assertThat(errors(log, RENTAL)).endsWith("one; two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "   \n", "web-1 login: ", "[   12.3] random: crng init done\n", "\u001b[0m\n"})
    void await_noiseAfterTheResult_isIgnored(String noise) {
        assertThat(errors("login: " + BAD.strip() + noise, RENTAL)).contains("scripts-user");
    }

    @Test
    void await_wrappedLines_areJoined() {
        String wrapped = BAD.replaceAll("(.{20})", "$1\r\n");

        assertThat(errors("booting\r\n" + wrapped, RENTAL)).contains("scripts-user', RuntimeError('1 failed");
    }

    @Test
    void await_firstAnnouncementSpoiled_readsTheNext() {
        String spoiled = BAD.replace("errors", "err[   12.3] random: crng init done\nors\"");

        assertThat(errors(spoiled + LAST_WORDS + BAD, RENTAL)).contains("scripts-user");
    }

    @Test
    void await_halfWritten_waitsForTheRest() {
        assertThatThrownBy(() -> await(RENTAL, BAD.substring(0, BAD.length() / 2), BAD))
                .isInstanceOf(ProvisioningFailedException.class)
                .hasMessageContaining("scripts-user");
    }

    @Test
    void await_allAnnouncementsSpoiled_failsRatherThanGuess() {
        String spoiled = BAD.substring(0, BAD.length() - 10) + "noise\n";

        assertThat(errors(spoiled + LAST_WORDS, RENTAL)).contains("only fragments of the result");
    }

    @Test
    void await_lastWordsAndNoAnnouncement_returnsAfterAWhile() {
        assertThatCode(() -> await(RENTAL, LAST_WORDS)).doesNotThrowAnyException();
    }

    @Test
    void await_lastWordsScrolledAway_stillReturns() {
        assertThatCode(() -> await(RENTAL, LAST_WORDS, "later lines\n")).doesNotThrowAnyException();
    }

    @Test
    void await_announcementAfterLastWords_counts() {
        CloudInitResult patient = end(RENTAL, AMPLE, LAST_WORDS, LAST_WORDS + BAD);

        assertThatThrownBy(() -> await(patient, AMPLE)).isInstanceOf(ProvisioningFailedException.class);
    }

    @Test
    void await_anotherRentalsAnnouncement_isNotOurs() {
        String others = BAD.replace(RENTAL.value(), "aaaaaaaaaaaa");

        assertThatThrownBy(() -> awaitInVain(others))
                .isInstanceOf(WaitTimedOutException.class)
                .hasMessageContaining("cloud-init had not finished");
    }

    @Test
    void await_scriptItselfOnTheConsole_isNoAnnouncement() {
        String traced = "+ printf '\\n" + MARK + "%s\\n' ...\n";

        assertThatCode(() -> await(RENTAL, traced + LAST_WORDS)).doesNotThrowAnyException();
        assertThatThrownBy(() -> awaitInVain(traced)).isInstanceOf(WaitTimedOutException.class);
    }

    @Test
    void await_otherVersionOfTheResult_isNoAnnouncement() {
        assertThatThrownBy(() -> awaitInVain(MARK + "{\"v2\": {}}")).isInstanceOf(WaitTimedOutException.class);
    }
}
