package io.kws.sdk.errors;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.driver.errors.ErrorDetails;
import io.kws.sdk.internal.errors.ErrorContext;
import io.kws.sdk.internal.errors.ErrorNotes;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ReceiptEntry;
import io.kws.sdk.receipts.ResourceKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KwsExceptionTest {
    private static final Receipt LEFT = new Receipt(List.of(
            new ReceiptEntry(ResourceKind.FLOATING_IP, "198.51.100.7", "f1", Outcome.LEFT, "it is in use"),
            new ReceiptEntry(ResourceKind.SERVER, "web-1", "s1", Outcome.DELETED, ""),
            new ReceiptEntry(ResourceKind.PORT, "kws-a", "p1", Outcome.LEFT, "no answer")));

    static Stream<KwsException> forGood() {
        return Stream.of(
                new AccessDeniedException("no"),
                new AlreadyRentedException("no"),
                new AmbiguousException("no", List.of("a", "b")),
                new AuthenticationFailedException("no"),
                new CancelledException("no"),
                new CapabilityMissingException("no"),
                new ConfigurationException("no"),
                new ConflictException("no"),
                new InvalidRequestException("no"),
                new NotFoundException("no"),
                new ProvisioningFailedException("no"),
                new QuotaExceededException("no"));
    }

    static Stream<KwsException> forNow() {
        return Stream.of(
                new NoCapacityException("no"),
                new NodeUnavailableException("no"),
                new ServiceFailureException("no"),
                new WaitTimedOutException("no"));
    }

    static Stream<KwsException> leaves() {
        return Stream.concat(forGood(), forNow());
    }

    @ParameterizedTest
    @MethodSource("forGood")
    void isRetryable_nothingChangesByItself_isNot(KwsException failure) {
        assertThat(failure.isRetryable()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("forNow")
    void isRetryable_mayPass_is(KwsException failure) {
        assertThat(failure.isRetryable()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void serialise_andBack_keepsAll(KwsException failure) throws Exception {
        within(failure, new ErrorContext("kws1", "rent \"web-1\"", "create server", List.of("req-1"), LEFT));

        KwsException back = copy(failure);

        assertThat(back).hasSameClassAs(failure).hasMessage(failure.getMessage());
        assertThat(back.step()).isEqualTo("create server");
        assertThat(back.requestIds()).containsExactly("req-1");
        assertThat(back.receipt()).isEqualTo(LEFT);
    }

    @Test
    void serialise_ambiguous_keepsTheCandidates() throws Exception {
        assertThat(copy(new AmbiguousException("2 images", List.of("a", "b"))).candidates())
                .containsExactly("a", "b");
    }

    @Test
    void message_nothingKnown_isTheReason() {
        assertThat(new NotFoundException("image \"x\" does not exist")).hasMessage("image \"x\" does not exist");
    }

    @Test
    void message_nodeKnown_beginsWithIt() {
        assertThat(within(new NotFoundException("it is gone"), ErrorContext.ofCall("kws1", List.of())))
                .hasMessage("kws1: it is gone");
    }

    @Test
    void message_useCaseKnown_saysWhatWasAttemptedAndWhere() {
        assertThat(within(
                        new NotFoundException("it is gone"),
                        new ErrorContext("kws1", "rent server \"web-1\"", "", List.of(), Receipt.empty())))
                .hasMessage("Could not rent server \"web-1\" on kws1: it is gone");
    }

    @Test
    void message_useCaseOfNoNode_saysNoPlace() {
        assertThat(within(
                        new NotFoundException("it is gone"),
                        new ErrorContext("", "rent server \"web-1\"", "", List.of(), Receipt.empty())))
                .hasMessage("Could not rent server \"web-1\": it is gone");
    }

    @Test
    void message_somethingIsLeft_namesIt() {
        assertThat(within(new NotFoundException("it is gone"), new ErrorContext("", "", "", List.of(), LEFT)))
                .hasMessage("it is gone; left behind: floating IP 198.51.100.7, port kws-a");
    }

    @Test
    void reason_hasNoCircumstances() {
        assertThat(within(new NotFoundException("it is gone"), ErrorContext.ofCall("kws1", List.of()))
                        .reason())
                .isEqualTo("it is gone");
    }

    @Test
    void within_innerKnowsNodeAndStep_innerCounts() {
        KwsException failure = within(
                within(
                        new NotFoundException("gone"),
                        new ErrorContext("inner", "", "inner step", List.of(), Receipt.empty())),
                new ErrorContext("outer", "", "outer step", List.of(), Receipt.empty()));

        assertThat(failure.node()).isEqualTo("inner");
        assertThat(failure.step()).isEqualTo("inner step");
    }

    @Test
    void within_bothAttempt_outerCounts() {
        KwsException failure = within(
                within(
                        new NotFoundException("gone"),
                        new ErrorContext("", "create port", "", List.of(), Receipt.empty())),
                new ErrorContext("", "rent server", "", List.of(), Receipt.empty()));

        assertThat(failure.attempt()).isEqualTo("rent server");
    }

    @Test
    void within_outerKnowsNothing_keepsAll() {
        KwsException failure = within(
                within(new NotFoundException("gone"), new ErrorContext("n", "a", "s", List.of("r"), LEFT)),
                ErrorContext.UNKNOWN);

        assertThat(List.of(failure.node(), failure.attempt(), failure.step())).containsExactly("n", "a", "s");
        assertThat(failure.receipt()).isEqualTo(LEFT);
    }

    @Test
    void within_bothHaveReceipts_outerCounts() {
        Receipt other = new Receipt(LEFT.entries().subList(0, 1));

        KwsException failure = within(
                within(new NotFoundException("gone"), new ErrorContext("", "", "", List.of(), other)),
                new ErrorContext("", "", "", List.of(), LEFT));

        assertThat(failure.receipt()).isEqualTo(LEFT);
    }

    @Test
    void within_requestIds_areJoinedOnce() {
        KwsException failure = within(
                within(new NotFoundException("gone"), ErrorContext.ofCall("", List.of("a", "b"))),
                ErrorContext.ofCall("", List.of("b", "c")));

        assertThat(failure.requestIds()).containsExactly("a", "b", "c");
    }

    @Test
    void isOutcomeUnknown_answerMissing_isSoUnlessNothingCouldBeChanged() {
        assertThat(new NodeUnavailableException("no answer").isOutcomeUnknown()).isTrue();
        assertThat(ErrorDetails.withoutEffect(new NodeUnavailableException("no answer"))
                        .isOutcomeUnknown())
                .isFalse();
        assertThat(ErrorDetails.isAnswerMissing(ErrorDetails.withoutEffect(new NodeUnavailableException("no answer"))))
                .isTrue();
        assertThat(new NotFoundException("gone").isOutcomeUnknown()).isFalse();
    }

    @Test
    void ambiguous_messageListsTheCandidates() {
        AmbiguousException failure = new AmbiguousException("2 images are named \"u\"", List.of("id-1", "id-2"));

        assertThat(failure).hasMessage("2 images are named \"u\"; use one of the IDs id-1, id-2");
        assertThat(failure.candidates()).containsExactly("id-1", "id-2");
    }

    private static KwsException within(KwsException failure, ErrorContext outer) {
        ErrorNotes.of(failure).addContext(outer);
        return failure;
    }

    @SuppressWarnings("unchecked")
    private static <E extends KwsException> E copy(E failure) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(failure);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (E) in.readObject();
        }
    }
}
