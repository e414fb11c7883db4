package io.kws.sdk.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestNameTest {
    private static final List<String> FLAVORS = List.of("m1.tiny", "m1.small", "m1.medium");

    @Test
    void to_letterMissing_findsName() {
        assertThat(NearestName.to("m1.smal", FLAVORS)).contains("m1.small");
    }

    @Test
    void to_neighboursSwapped_countsOneEdit() {
        assertThat(NearestName.to("abd", List.of("adb"))).contains("adb");
    }

    @Test
    void to_otherCase_findsName() {
        assertThat(NearestName.to("M1.SMALL", FLAVORS)).contains("m1.small");
    }

    @Test
    void to_moreThanAThirdDiffers_findsNothing() {
        assertThat(NearestName.to("ubuntu", List.of("debian"))).isEmpty();
    }

    @Test
    void to_severalEquallyNear_takesAlphabeticallyFirst() {
        assertThat(NearestName.to("kws0", List.of("kws2", "kws1"))).contains("kws1");
    }

    @Test
    void hint_near_asks() {
        assertThat(NearestName.hint("m1.smal", FLAVORS)).isEqualTo("; did you mean \"m1.small\"?");
    }

    @Test
    void hint_noneNear_listsTenAndCountsTheRest() {
        List<String> known =
                IntStream.range(10, 22).mapToObj(i -> "cirros-" + i).toList();

        assertThat(NearestName.hint("x", known))
                .startsWith("; there are: cirros-10, ")
                .endsWith("cirros-19 and 2 more");
    }

    @Test
    void hint_nothingKnown_saysSo() {
        assertThat(NearestName.hint("x", List.of())).isEqualTo("; there are none");
    }
}
