package io.kws.sdk.openstack.flavors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.driver.values.FlavorValue;
import io.kws.sdk.errors.AmbiguousException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.flavors.Flavor;
import io.kws.sdk.openstack.OpenStackStub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NovaFlavorsTest {
    @RegisterExtension
    final OpenStackStub cloud = new OpenStackStub("kws1");

    @Test
    void list_severalPages_readsAllFields() {
        cloud.answers("GET", "/flavors/detail", 200, """
                        {"flavors":[{"id":"1","name":"m1.small","vcpus":2,"ram":2048,"disk":20,"new":{}}],
                         "flavors_links":[{"rel":"next","href":"http://inner/v2.1/flavors/detail?marker=1"}]}""")
                .answers("GET", "/flavors/detail?marker=1", 200, list("2", "m1.large"));

        assertThat(flavors().list())
                .containsExactly(flavor("1", "m1.small", 2, 2048, 20), flavor("2", "m1.large", 0, 0, 0));
    }

    @Test
    void find_byIdOrName() {
        cloud.answers("GET", "/flavors/detail", 200, list("1", "m1.small"));

        assertThat(flavors().find("1")).isEqualTo(flavors().find("m1.small")).isPresent();
        assertThat(flavors().find("m1.big")).isEmpty();
    }

    @Test
    void get_missing_suggestsTheNearest() {
        cloud.answers("GET", "/flavors/detail", 200, list("1", "m1.small"));

        assertThatThrownBy(() -> flavors().get("m1.smal"))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("kws1: flavor \"m1.smal\" does not exist; did you mean \"m1.small\"?");
    }

    @Test
    void get_sameNameTwice_isAmbiguous() {
        cloud.answers("GET", "/flavors/detail", 200, """
                {"flavors":[{"id":"1","name":"a"},{"id":"2","name":"a"}]}""");

        assertThatThrownBy(() -> flavors().get("a")).isInstanceOf(AmbiguousException.class);
    }

    @Test
    void list_malformed_raises() {
        cloud.answers("GET", "/flavors/detail", 200, "{\"flavors\":[{\"name\":\"a\"}]}");

        assertThatThrownBy(() -> flavors().list()).isInstanceOf(ServiceFailureException.class);
    }

    private NovaFlavors flavors() {
        return new NovaFlavors(cloud.client());
    }

    private static String list(String id, String name) {
        return "{\"flavors\":[{\"id\":\"%s\",\"name\":\"%s\"}]}".formatted(id, name);
    }

    private static Flavor flavor(String id, String name, int vcpus, int ramMib, int diskGib) {
        return FlavorValue.builder()
                .id(id)
                .name(name)
                .vcpus(vcpus)
                .ramMib(ramMib)
                .diskGib(diskGib)
                .build();
    }
}
