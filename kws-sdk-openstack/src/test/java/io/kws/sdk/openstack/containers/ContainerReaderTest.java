package io.kws.sdk.openstack.containers;

import static io.kws.sdk.openstack.OpenStackStub.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.containers.Container;
import io.kws.sdk.errors.AmbiguousException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.openstack.OpenStackStub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ContainerReaderTest {
    private static final String ID = "b0694d40-70af-4488-b104-10f66b593347";

    @RegisterExtension
    final OpenStackStub cloud = new OpenStackStub("kws1");

    private ContainerReader reader() {
        return new ContainerReader(cloud.client());
    }

    private static String page(String next, String... containers) {
        return "{\"next\": %s, \"containers\": [%s]}".formatted(next, String.join(",", containers));
    }

    private static String container(String id, String name) {
        return "{\"uuid\": \"%s\", \"name\": \"%s\", \"status\": \"Running\"}".formatted(id, name);
    }

    /** Zun's links to further pages lack the path that the service lies under, and name hosts of its own. */
    @Test
    void list_twoPages_readsBoth() {
        cloud.answers(
                "GET",
                "/containers",
                200,
                page("\"http://inner/v1/containers?limit=1&marker=1\"", container("1", "web-1")));
        cloud.answers("GET", "/containers?limit=1&marker=1", 200, page("null", container("2", "web-2")));

        assertThat(reader().list()).extracting(Container::name).containsExactly("web-1", "web-2");
        assertThat(cloud.requests("GET", "/containers?limit=1&marker=1").get(0).getHeader("OpenStack-API-Version"))
                .isEqualTo("container 1.24");
    }

    @Test
    void list_noList_isAFailureOfTheService() {
        cloud.answers("GET", "/containers", 200, "{}");

        assertThatThrownBy(() -> reader().list()).isInstanceOf(ServiceFailureException.class);
    }

    @Test
    void find_byName_looksAtTheContainerItself() {
        cloud.answers("GET", "/containers?name=web-1", 200, page("null", container("1", "web-1")));
        cloud.answers("GET", "/containers/1", 200, "{\"uuid\": \"1\", \"name\": \"web-1\", \"status\": \"Stopped\"}");

        assertThat(reader().get("web-1").status()).hasToString("STOPPED");
    }

    @Test
    void find_byId_needsOneCall() {
        cloud.answers("GET", "/containers/" + ID, 200, container(ID, "web-1"));

        assertThat(reader().get(ID).name()).isEqualTo("web-1");
        assertThat(cloud.count("GET", "/containers")).isZero();
    }

    @Test
    void find_nameOfSeveral_listsTheCandidates() {
        cloud.answers(
                "GET", "/containers?name=web-1", 200, page("null", container("1", "web-1"), container("2", "web-1")));

        assertThatThrownBy(() -> reader().find("web-1"))
                .isInstanceOf(AmbiguousException.class)
                .hasMessage("kws1: 2 containers are named \"web-1\"; use one of the IDs 1, 2");
    }

    @Test
    void get_none_suggestsTheNearest() {
        cloud.answers("GET", "/containers", 200, page("null", container("1", "web-1")));
        cloud.answers("GET", "/containers?name=web-l", json(200, page("null")));

        assertThatThrownBy(() -> reader().get("web-l"))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("kws1: container \"web-l\" does not exist; did you mean \"web-1\"?");
    }
}
