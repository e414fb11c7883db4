package io.kws.sdk.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.rentals.RentalId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RentalTagsTest {
    private static final RentalId ID = new RentalId("k3vq7m2xw5ab");
    private static final Instant START = Instant.parse("2026-11-01T08:00:00Z");
    private static final Instant END = Instant.parse("2026-12-01T08:00:00Z");
    private static final Rental ENDING = new Rental(ID, "alice", START, Optional.of(END));
    private static final Rental ENDLESS = new Rental(ID, "", START, Optional.empty());

    @Test
    void random_hasTheForm() {
        assertThat(RentalId.random().value()).matches("[a-z2-7]{12}");
    }

    @Test
    void random_twice_differs() {
        assertThat(RentalId.random()).isNotEqualTo(RentalId.random());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k3vq7m2xw5a", "k3vq7m2xw5abc", "K3VQ7M2XW5AB", "k3vq7m2xw5a1", "k3vq7m2xw5ab\n"})
    void rentalId_otherForm_isRefused(String text) {
        assertThatThrownBy(() -> new RentalId(text))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("is not a rental ID");
        assertThat(RentalId.parse(text)).isEmpty();
    }

    @Test
    void parse_theForm_isTheId() {
        assertThat(RentalId.parse("k3vq7m2xw5ab")).contains(ID);
        assertThat(ID).hasToString("k3vq7m2xw5ab");
    }

    @Test
    void read_ofWhatWasWritten_isTheSame() {
        assertThat(RentalTags.read(RentalTags.of(ENDING))).contains(ENDING);
        assertThat(RentalTags.read(RentalTags.of(ENDLESS))).contains(ENDLESS);
    }

    @Test
    void read_otherPairsBeside_areIgnored() {
        Map<String, String> tags = new HashMap<>(RentalTags.of(ENDING));
        tags.put("colour", "blue");

        assertThat(RentalTags.read(tags)).contains(ENDING);
    }

    @Test
    void read_noOwner_isNobody() {
        Map<String, String> tags = new HashMap<>(RentalTags.of(ENDING));
        tags.remove("kws.owner");

        assertThat(RentalTags.read(tags)).map(Rental::owner).contains("");
    }

    @Test
    void read_noRental_isEmpty() {
        assertThat(RentalTags.read(Map.of("colour", "blue"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"kws.rental,nonsense", "kws.start,yesterday", "kws.start,''", "kws.end,soon"})
    void read_unreadable_isEmpty(String key, String value) {
        Map<String, String> tags = new HashMap<>(RentalTags.of(ENDING));
        tags.put(key, value);

        assertThat(RentalTags.read(tags)).isEmpty();
    }

    @Test
    void read_noStart_isEmpty() {
        assertThat(RentalTags.read(Map.of("kws.rental", ID.value()))).isEmpty();
    }

    @Test
    void description_tellsNameOwnerAndEnd() {
        assertThat(RentalTags.description(ENDING)).isEqualTo("kws-k3vq7m2xw5ab owner=alice end=2026-12-01T08:00:00Z");
        assertThat(RentalTags.description(ENDLESS)).isEqualTo("kws-k3vq7m2xw5ab owner= end=never");
    }

    @Test
    void description_longestOwner_isWhatNeutronTakes() {
        Rental rental = new Rental(ID, "\uD83D\uDE00".repeat(127), START, Optional.of(END));
        Rental longest = new Rental(ID, "a".repeat(255), START, Optional.of(END));

        assertThat(RentalTags.description(longest))
                .hasSizeLessThanOrEqualTo(255)
                .endsWith(END.toString());
        assertThat(RentalTags.description(rental)).contains("\uD83D\uDE00 end=");
    }

    @Test
    void description_ownerWithLineBreak_isOneLine() {
        Rental rental = new Rental(ID, "a\nb", START, Optional.empty());

        assertThat(RentalTags.description(rental)).isEqualTo("kws-k3vq7m2xw5ab owner=a b end=never");
    }

    @Test
    void describes_ownDescriptionOrName_is() {
        assertThat(RentalTags.describes(RentalTags.description(ENDING), ID)).isTrue();
        assertThat(RentalTags.describes(RentalTags.name(ID), ID)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "web",
                "kws-k3vq7m2xw5abc owner=x",
                "x kws-k3vq7m2xw5ab",
                "kws-k3vq7m2xw5a",
                "kws-aaaaaaaaaaaa"
            })
    void describes_another_isNot(String description) {
        assertThat(RentalTags.describes(description, ID)).isFalse();
    }
}
