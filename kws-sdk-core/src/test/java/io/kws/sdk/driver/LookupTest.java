package io.kws.sdk.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kws.sdk.errors.AmbiguousException;
import io.kws.sdk.errors.NotFoundException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookupTest {
    private record Thing(String id, String name) {}

    private static final Thing UBUNTU = new Thing("id-1", "ubuntu");
    private static final Thing DEBIAN = new Thing("id-2", "debian");
    private static final Thing NAMED_LIKE_ID = new Thing("id-3", "id-1");
    private static final Thing SECOND_UBUNTU = new Thing("id-4", "ubuntu");

    private final Lookup<Thing> images = new Lookup<>("image", Thing::id, Thing::name);

    @Test
    void find_name_isTheThing() {
        assertThat(images.find("debian", List.of(UBUNTU, DEBIAN))).contains(DEBIAN);
    }

    @Test
    void find_idThatIsAlsoAName_isTheOneWithTheId() {
        assertThat(images.find("id-1", List.of(NAMED_LIKE_ID, UBUNTU))).contains(UBUNTU);
    }

    @Test
    void find_neither_isNothing() {
        assertThat(images.find("fedora", List.of(UBUNTU, DEBIAN))).isEmpty();
    }

    @Test
    void find_nameTwice_isAmbiguousAndListsTheIds() {
        AmbiguousException failure = catchThrowableOfType(
                AmbiguousException.class, () -> images.find("ubuntu", List.of(UBUNTU, DEBIAN, SECOND_UBUNTU)));

        assertThat(failure).hasMessage("2 images are named \"ubuntu\"; use one of the IDs id-1, id-4");
        assertThat(failure.candidates()).containsExactly("id-1", "id-4");
    }

    @Test
    void find_idOfAmbiguousName_isTheThing() {
        assertThat(images.find("id-4", List.of(UBUNTU, SECOND_UBUNTU))).contains(SECOND_UBUNTU);
    }

    @Test
    void findByReading_idOfAThing_readsNoNames() {
        String uuid = "5f0c1ab2-4e3d-4c5b-9a8f-0123456789ab";
        Thing found = new Thing(uuid, "web");

        assertThat(images.find(uuid, id -> Optional.of(found), name -> {
                    throw new AssertionError("read by name");
                }))
                .contains(found);
    }

    @Test
    void findByReading_nameThatLooksLikeAnId_isTheThing() {
        String uuid = "5f0c1ab2-4e3d-4c5b-9a8f-0123456789ab";
        Thing named = new Thing("id-5", uuid);

        assertThat(images.find(uuid, id -> Optional.empty(), name -> List.of(named)))
                .contains(named);
    }

    @Test
    void findByReading_name_asksForNoId() {
        assertThat(images.find(
                        "debian",
                        id -> {
                            throw new AssertionError("read by ID");
                        },
                        name -> List.of(DEBIAN)))
                .contains(DEBIAN);
    }

    @Test
    void get_nearName_suggestsIt() {
        assertThatThrownBy(() -> images.get("ubunut", List.of(UBUNTU, DEBIAN)))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("image \"ubunut\" does not exist; did you mean \"ubuntu\"?");
    }

    @Test
    void get_nothingNear_listsWhatThereIs() {
        assertThatThrownBy(() -> images.get("x", List.of(UBUNTU, DEBIAN)))
                .hasMessage("image \"x\" does not exist; there are: debian, ubuntu");
    }

    @Test
    void get_thereAreNone_saysSo() {
        assertThatThrownBy(() -> images.get("x", List.of())).hasMessage("image \"x\" does not exist; there are none");
    }

    @Test
    void get_name_isTheThing() {
        assertThat(images.get("ubuntu", List.of(UBUNTU))).isEqualTo(UBUNTU);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0f14d0ab-9605-4a62-a9e4-5ed26688389b", "0f14d0ab96054a62a9e45ed26688389b"})
    void mayBeId_uuid_is(String text) {
        assertThat(Lookup.mayBeId(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ubuntu", "0f14d0ab-9605-4a62-a9e4", "0f14d0ab-9605-4a62-a9e4-5ed26688389g"})
    void mayBeId_otherText_isNot(String text) {
        assertThat(Lookup.mayBeId(text)).isFalse();
    }
}
