package io.kws.sdk.openstack.keypairs;

import static io.kws.sdk.openstack.OpenStackStub.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.driver.values.KeypairValue;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.keypairs.Keypair;
import io.kws.sdk.openstack.OpenStackStub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NovaKeypairsTest {
    private static final String KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA== me";

    @RegisterExtension
    final OpenStackStub cloud = new OpenStackStub("kws1");

    @Test
    void list_severalPages_readsAllFields() {
        cloud.answers("GET", "/os-keypairs", 200, """
                        {"keypairs":[{"keypair":{"name":"a","fingerprint":"f","public_key":"k","type":"ssh","new":{}}}],
                         "keypairs_links":[{"rel":"next","href":"http://inner/v2.1/os-keypairs?marker=a"}]}""").answers("GET", "/os-keypairs?marker=a", 200, page("b"));

        assertThat(keypairs().list())
                .first()
                .isEqualTo(KeypairValue.builder()
                        .name("a")
                        .fingerprint("f")
                        .publicKey("k")
                        .build());
        assertThat(keypairs().list()).extracting(Keypair::name).containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource({"my key,my%20key", "a@b.example,a%40b.example", "a/b,a%2Fb", "a?b#c,a%3Fb%23c", "ü,%C3%BC"})
    void find_oddName_isEncoded(String name, String encoded) {
        cloud.answers("GET", "/os-keypairs/" + encoded, 200, one(name));

        assertThat(keypairs().find(name)).map(Keypair::name).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void find_nameThatWouldBeAnotherPath_isRefused(String name) {
        assertThatThrownBy(() -> keypairs().find(name)).isInstanceOf(InvalidRequestException.class);
        assertThat(cloud.count("GET", "/os-keypairs/" + name)).isZero();
    }

    @Test
    void find_missing_isEmpty() {
        cloud.answers("GET", "/os-keypairs/a", 404, "{}");

        assertThat(keypairs().find("a")).isEmpty();
    }

    @Test
    void get_missing_suggestsTheNearest() {
        cloud.answers("GET", "/os-keypairs/mykay", 404, "{}").answers("GET", "/os-keypairs", 200, page("mykey"));

        assertThatThrownBy(() -> keypairs().get("mykay"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("did you mean \"mykey\"?");
    }

    @Test
    void find_malformed_raises() {
        cloud.answers("GET", "/os-keypairs/a", 200, "{\"keypair\":{}}");

        assertThatThrownBy(() -> keypairs().find("a")).isInstanceOf(ServiceFailureException.class);
    }

    @Test
    void create_sendsOnlyThePublicHalf() {
        cloud.answers("POST", "/os-keypairs", 200, one("a"));

        String secret = keypairs().create("a").privateKey().openSsh().reveal();

        assertThat(cloud.requests("POST", "/os-keypairs"))
                .singleElement()
                .satisfies(request -> assertThat(request.getBodyAsString())
                        .contains("\"name\":\"a\"", "ssh-ed25519 ")
                        .doesNotContain(secret.substring(60, 120)));
    }

    /** Nova takes the two characters from microversion 2.92 on. */
    @ParameterizedTest
    @CsvSource({"alice@uni,true", "v1.2,true", "plain_name-1,false"})
    void create_newerCharacters_asksForTheNewerVersion(String name, boolean isNewer) {
        cloud.answers("POST", "/os-keypairs", 201, one(name));

        keypairs().create(name, KEY);

        assertThat(cloud.requests("POST", "/os-keypairs").get(0).containsHeader("OpenStack-API-Version"))
                .isEqualTo(isNewer);
    }

    @Test
    void create_taken_isAConflictAndSentOnce() {
        cloud.answers("POST", "/os-keypairs", 409, "{\"conflictingRequest\":{\"message\":\"already exists\"}}");

        assertThatThrownBy(() -> keypairs().create("a", KEY))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("already exists");
        assertThat(cloud.count("POST", "/os-keypairs")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ü", "a/b", "a\nb"})
    void create_badName_isRefusedHere(String name) {
        assertThatThrownBy(() -> keypairs().create(name)).isInstanceOf(InvalidRequestException.class);
        assertThat(cloud.calls()).isEmpty();
    }

    @Test
    void delete_tellsWhetherThereWasOne() {
        cloud.answers("DELETE", "/os-keypairs/a", json(202, "")).answers("DELETE", "/os-keypairs/b", 404, "{}");

        assertThat(keypairs().delete("a")).isTrue();
        assertThat(keypairs().delete("b")).isFalse();
    }

    private NovaKeypairs keypairs() {
        return new NovaKeypairs(cloud.client());
    }

    private static String one(String name) {
        return "{\"keypair\":{\"name\":\"%s\",\"fingerprint\":\"f\",\"public_key\":\"k\"}}".formatted(name);
    }

    private static String page(String name) {
        return "{\"keypairs\":[" + one(name) + "]}";
    }
}
