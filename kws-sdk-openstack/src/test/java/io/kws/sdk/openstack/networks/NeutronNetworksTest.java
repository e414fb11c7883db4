package io.kws.sdk.openstack.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.driver.values.NetworkValue;
import io.kws.sdk.errors.AmbiguousException;
import io.kws.sdk.errors.CapabilityMissingException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.networks.Network;
import io.kws.sdk.networks.Network.Reach;
import io.kws.sdk.openstack.OpenStackStub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NeutronNetworksTest {
    @RegisterExtension
    final OpenStackStub cloud = new OpenStackStub("kws1");

    @Test
    void list_severalPages_readsAllFields() {
        cloud.answers("GET", "/networks", 200, """
                        {"networks":[{"id":"1","name":"lab","tenant_id":"p1","status":"ACTIVE","new":{}}],
                         "networks_links":[{"rel":"next","href":"http://inner:9696/v2.0/networks?marker=1"}]}""").answers("GET", "/networks?marker=1", 200, """
                        {"networks":[
                         {"id":"2","name":"ext","project_id":"p2","status":"ACTIVE","router:external":true,"shared":true},
                         {"id":"3","name":"all","project_id":"p2","status":"DOWN","shared":true}]}""");

        assertThat(networks().list())
                .containsExactly(
                        network("1", "lab", "p1", "ACTIVE", Reach.PRIVATE),
                        network("2", "ext", "p2", "ACTIVE", Reach.EXTERNAL),
                        network("3", "all", "p2", "DOWN", Reach.SHARED));
    }

    @Test
    void find_byIdOrName() {
        cloud.answers("GET", "/networks", 200, "{\"networks\":[{\"id\":\"1\",\"name\":\"lab\"}]}");

        assertThat(networks().find("1")).isEqualTo(networks().find("lab")).isPresent();
        assertThat(networks().find("x")).isEmpty();
        assertThatThrownBy(() -> networks().get("lap"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("lab");
    }

    @Test
    void find_sameNameTwice_isAmbiguous() {
        cloud.answers("GET", "/networks", 200, """
                {"networks":[{"id":"1","name":"a"},{"id":"2","name":"a"}]}""");

        assertThatThrownBy(() -> networks().find("a")).isInstanceOf(AmbiguousException.class);
    }

    @Test
    void list_noNeutron_saysSo() {
        cloud.catalogIs("[" + cloud.service("compute", "/compute/v2.1") + "]");

        assertThatThrownBy(() -> networks().list())
                .isInstanceOf(CapabilityMissingException.class)
                .hasMessageContaining("no network service")
                .hasMessageContaining("[compute]");
    }

    private NeutronNetworks networks() {
        return new NeutronNetworks(cloud.client());
    }

    private static Network network(String id, String name, String projectId, String status, Reach reach) {
        return NetworkValue.builder()
                .id(id)
                .name(name)
                .projectId(projectId)
                .status(status)
                .reach(reach)
                .build();
    }
}
