package io.kws.sdk.openstack.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.errors.AmbiguousException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.openstack.OpenStackStub;
import io.kws.sdk.servers.Server;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerReaderTest {
    @RegisterExtension
    private final OpenStackStub cloud = new OpenStackStub("kws1");

    private ServerReader reader() {
        return new ServerReader(cloud.client());
    }

    private static String servers(String... names) {
        return Stream.of(names)
                .map("{\"id\": \"id of %1$s\", \"name\": \"%1$s\", \"status\": \"ACTIVE\"}"::formatted)
                .collect(Collectors.joining(",", "\"servers\": [", "]"));
    }

    private void answersWith(String... names) {
        cloud.answers("GET", "/servers/detail", 200, "{" + servers(names) + "}");
    }

    private String askedFor() {
        String url = cloud.requests("GET", "/servers/detail").get(0).getUrl();
        return URLDecoder.decode(url.replaceFirst(".*name=", ""), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "web-1",
                "a.b",
                "(a|b)+[c]*?",
                "^start$",
                "back\\\\slash",
                "{2}",
                "ünïcode",
                "with space",
                "under_score"
            })
    void named_anyName_asksNovaForExactlyThat(String name) {
        answersWith(name);

        List<Server> found = reader().named(name.replace("\\\\", "\\"));

        assertThat(found).hasSize(1);
        assertThat(Pattern.matches(askedFor(), found.get(0).name())).isTrue();
        assertThat(Pattern.matches(askedFor(), found.get(0).name() + "x")).isFalse();
    }

    @Test
    void named_novaTakesItForAPart_leavesOutTheOthers() {
        answersWith("web-1", "web-10", "my-web-1", "WEB-1");

        assertThat(reader().named("web-1")).extracting(Server::name).containsExactly("web-1");
    }

    @Test
    void list_severalPages_givesAll() {
        String next =
                "\"servers_links\": [{\"rel\": \"next\", \"href\": \"%s/compute/v2.1/servers/detail?marker=%s\"}]";
        answersWith("a1", "a2");
        cloud.answers(
                "GET",
                "/servers/detail",
                200,
                "{" + servers("a1", "a2") + "," + next.formatted(cloud.url(), "a2") + "}");
        cloud.answers(
                "GET",
                "/servers/detail?marker=a2",
                200,
                "{" + servers("b1") + "," + next.formatted(cloud.url(), "b1") + "}");
        cloud.answers("GET", "/servers/detail?marker=b1", 200, "{" + servers("c1") + "}");

        assertThat(reader().list()).extracting(Server::name).containsExactly("a1", "a2", "b1", "c1");
    }

    @Test
    void list_secondPageFails_isAnErrorAndNotHalfAList() {
        String next =
                "\"servers_links\": [{\"rel\": \"next\", \"href\": \"%s/compute/v2.1/servers/detail?marker=a1\"}]";
        cloud.answers("GET", "/servers/detail", 200, "{" + servers("a1") + "," + next.formatted(cloud.url()) + "}");
        cloud.answers("GET", "/servers/detail?marker=a1", 500, "{}");

        assertThatThrownBy(() -> reader().list()).isInstanceOf(ServiceFailureException.class);
    }

    @Test
    void find_severalOfTheName_isAmbiguous() {
        cloud.answers(
                "GET",
                "/servers/detail",
                200,
                "{\"servers\": [{\"id\": \"1\", \"name\": \"web\"}, {\"id\": \"2\", \"name\": \"web\"}]}");

        assertThatThrownBy(() -> reader().find("web"))
                .isInstanceOfSatisfying(
                        AmbiguousException.class,
                        e -> assertThat(e.candidates()).containsExactly("1", "2"));
    }

    @Test
    void find_nameThatLooksLikeAnId_isFoundByName() {
        String name = "0b0dcea7-0a5b-4d7c-8a35-6e6d5f9c1a11";
        cloud.answers("GET", "/servers/" + name, 404, "{}");
        answersWith(name);

        assertThat(reader().find(name)).map(Server::name).contains(name);
    }

    @Test
    void get_unknown_suggestsTheNearest() {
        answersWith("web-1", "db-1");

        assertThatThrownBy(() -> reader().get("web-2"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("did you mean \"web-1\"?");
    }
}
