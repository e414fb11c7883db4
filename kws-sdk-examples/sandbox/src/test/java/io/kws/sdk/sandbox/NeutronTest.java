package io.kws.sdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.sandbox.Client.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NeutronTest {
    private static final String NET = "/network/v2.0";

    private final Sandbox sandbox = Sandbox.start("kws1");
    private final SandboxNode node = sandbox.node("kws1");
    private final Client client = Client.demo(node);
    private final Lab lab = new Lab(client);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Reply post(String path, String body) {
        return client.post(NET + path, body);
    }

    @Test
    void list_filtersFieldsAndPages() {
        assertThat(client.get(NET + "/networks?router:external=True&fields=name")
                        .text())
                .isEqualTo("{\"networks\":[{\"name\":\"public\"}]}");
        assertThat(client.get(NET + "/networks?name=public&name=private").at("/networks"))
                .hasSize(2);
        assertThat(client.get(NET + "/networks?bogus=1").string("/NeutronError/message"))
                .isEqualTo("['bogus'] is invalid attribute for filtering");
        Reply page = client.get(NET + "/networks?limit=1");
        assertThat(page.at("/networks")).hasSize(1);
        String next = page.string("/networks_links/0/href");
        assertThat(client.get(next.substring(next.indexOf("/network/"))).at("/networks"))
                .hasSize(1);
    }

    @Test
    void missing_is404WithItsType() {
        assertThat(client.get(NET + "/networks/no").string("/NeutronError/type"))
                .isEqualTo("NetworkNotFound");
        assertThat(client.get(NET + "/floatingips/no").string("/NeutronError/message"))
                .isEqualTo("Floating IP no could not be found");
        assertThat(client.get(NET + "/nosuch").string("/NeutronError/type")).isEqualTo("HTTPNotFound");
    }

    @Test
    void invalidBodies_are400() {
        assertThat(post("/security-groups", "{\"sec").string("/NeutronError/type"))
                .isEqualTo("MalformedRequestBody");
        assertThat(post("/security-groups", "{\"foo\": {}}").string("/NeutronError/message"))
                .isEqualTo("Unable to find 'security_group' in request body");
        assertThat(post("/security-groups", "{\"security_group\": {\"bogus\": 1}}")
                        .string("/NeutronError/message"))
                .isEqualTo("Unrecognized attribute(s) 'bogus'");
    }

    @Test
    void ifMatch_anotherRevision_is412() {
        String path = NET + "/security-groups/"
                + post("/security-groups", "{\"security_group\": {\"name\": \"web\"}}")
                        .string("/security_group/id");
        String body = "{\"security_group\": {\"description\": \"x\"}}";

        assertThat(client.send("PUT", path, body, "If-Match", "revision_number=1")
                        .status())
                .isEqualTo(200);
        Reply refused = client.send("PUT", path, body, "If-Match", "revision_number=1");

        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.string("/NeutronError/type")).isEqualTo("RevisionNumberConstraintFailed");
        assertThat(refused.string("/NeutronError/message")).isEqualTo("Constrained to 1, but current revision is 2");
        assertThat(client.send("DELETE", path, "", "If-Match", "revision_number=1")
                        .status())
                .isEqualTo(412);
        assertThat(client.send("DELETE", path, "", "If-Match", "revision_number=2")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void securityGroup_rulesOneByOneAndInBulk() {
        String group = post("/security-groups", "{\"security_group\": {\"name\": \"web\"}}")
                .string("/security_group/id");
        String rule = "{\"security_group_id\": \"" + group
                + "\", \"direction\": \"ingress\", \"protocol\": \"tcp\", \"port_range_min\": %1$d, \"port_range_max\": %1$d}";

        Reply one = post("/security-group-rules", "{\"security_group_rule\": " + rule.formatted(80) + "}");
        Reply again = post("/security-group-rules", "{\"security_group_rule\": " + rule.formatted(80) + "}");
        Reply bulk = post(
                "/security-group-rules",
                "{\"security_group_rules\": [" + rule.formatted(81) + "," + rule.formatted(82) + "]}");
        Reply half = post(
                "/security-group-rules",
                "{\"security_group_rules\": [" + rule.formatted(83) + "," + rule.formatted(82) + "]}");

        assertThat(one.status()).isEqualTo(201);
        assertThat(again.string("/NeutronError/type")).isEqualTo("SecurityGroupRuleExists");
        assertThat(bulk.at("/security_group_rules")).hasSize(2);
        assertThat(half.status()).isEqualTo(409);
        assertThat(client.get(NET + "/security-groups/" + group).at("/security_group/security_group_rules"))
                .hasSize(5);
    }

    @Test
    void securityGroup_inUseOrDefault_cannotBeDeleted() {
        lab.active("web", "\"security_groups\": [{\"name\": \"ssh-icmp\"}]");
        String group = client.get(NET + "/security-groups?name=ssh-icmp").string("/security_groups/0/id");
        String standard = client.get(NET + "/security-groups?name=default").string("/security_groups/0/id");

        assertThat(client.delete(NET + "/security-groups/" + group).string("/NeutronError/type"))
                .isEqualTo("SecurityGroupInUse");
        assertThat(client.delete(NET + "/security-groups/" + standard).status()).isEqualTo(409);
    }

    @Test
    void floatingIp_followsItsPort() {
        String server = lab.active("web", "");
        String port = lab.ports().path(0).path("id").asText();
        Reply made = post(
                "/floatingips",
                "{\"floatingip\": {\"floating_network_id\": \"" + lab.network("public") + "\", \"port_id\": \"" + port
                        + "\"}}");
        String path = NET + "/floatingips/" + made.string("/floatingip/id");

        assertThat(made.string("/floatingip/floating_ip_address")).startsWith("172.24.4.");
        assertThat(made.string("/floatingip/port_details/device_id")).isEqualTo(server);
        Reply shown = client.get("/compute/v2.1/servers/" + server);
        assertThat(shown.string("/server/addresses/private/1/OS-EXT-IPS:type")).isEqualTo("floating");
        assertThat(client.put(path, "{\"floatingip\": {\"port_id\": null}}").string("/floatingip/status"))
                .isEqualTo("DOWN");
        assertThat(client.delete(path).status()).isEqualTo(204);
    }

    @Test
    void floatingIp_overQuota_is409() {
        node.quota(Quota.FLOATING_IPS, 0);

        Reply refused =
                post("/floatingips", "{\"floatingip\": {\"floating_network_id\": \"" + lab.network("public") + "\"}}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.string("/NeutronError/type")).isEqualTo("OverQuota");
        assertThat(refused.string("/NeutronError/message")).isEqualTo("Quota exceeded for resources: ['floatingip'].");
    }

    @Test
    void floatingIp_notBehindARouter_is404() {
        String network = post("/networks", "{\"network\": {\"name\": \"n\"}}").string("/network/id");
        post(
                "/subnets",
                "{\"subnet\": {\"network_id\": \"" + network + "\", \"ip_version\": 4, \"cidr\": \"10.9.0.0/29\"}}");
        String port = post("/ports", "{\"port\": {\"network_id\": \"" + network + "\"}}")
                .string("/port/id");

        Reply refused = post(
                "/floatingips",
                "{\"floatingip\": {\"floating_network_id\": \"" + lab.network("public") + "\", \"port_id\": \"" + port
                        + "\"}}");

        assertThat(refused.string("/NeutronError/type")).isEqualTo("ExternalGatewayForFloatingIPNotFound");
        assertThat(node.leftovers()).extracting(Leftover::kind).containsExactly("network", "subnet", "port");
    }

    @Test
    void router_joinsNetworks_andHoldsThem() {
        String network = post("/networks", "{\"network\": {\"name\": \"n\"}}").string("/network/id");
        String subnet = post(
                        "/subnets",
                        "{\"subnet\": {\"network_id\": \"" + network
                                + "\", \"ip_version\": 4, \"cidr\": \"10.9.0.0/29\"}}")
                .string("/subnet/id");
        String router = NET + "/routers/"
                + post("/routers", "{\"router\": {\"name\": \"r\"}}").string("/router/id");

        assertThat(client.put(router + "/add_router_interface", "{\"subnet_id\": \"" + subnet + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(client.delete(router).string("/NeutronError/type")).isEqualTo("RouterInUse");
        assertThat(client.delete(NET + "/networks/" + network).string("/NeutronError/type"))
                .isEqualTo("NetworkInUse");
        assertThat(client.put(router + "/remove_router_interface", "{\"subnet_id\": \"" + subnet + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(client.delete(router).status()).isEqualTo(204);
        assertThat(client.delete(NET + "/networks/" + network).status()).isEqualTo(204);
        assertThat(node.leftovers()).isEmpty();
    }

    @Test
    void port_addresses_areCheckedAndGivenOut() {
        String network = lab.network("private");
        String wanted = "{\"port\": {\"network_id\": \"" + network + "\", \"fixed_ips\": [{\"ip_address\": \"%s\"}]}}";

        assertThat(post("/ports", wanted.formatted("192.168.233.77")).status()).isEqualTo(201);
        assertThat(post("/ports", wanted.formatted("192.168.233.77")).string("/NeutronError/type"))
                .isEqualTo("IpAddressAlreadyAllocated");
        assertThat(post("/ports", wanted.formatted("10.0.0.1")).string("/NeutronError/type"))
                .isEqualTo("InvalidIpForNetwork");
    }

    @Test
    void tags_areSetAndFound() {
        String path = NET + "/networks/" + lab.network("private");

        assertThat(client.put(path + "/tags", "{\"tags\": [\"a\", \"b\"]}").status())
                .isEqualTo(200);
        assertThat(client.get(NET + "/networks?tags=a,b").at("/networks")).hasSize(1);
        assertThat(client.get(NET + "/networks?not-tags=a").at("/networks")).hasSize(1);
        assertThat(client.get(path + "/tags/zz").string("/NeutronError/type")).isEqualTo("TagNotFound");
    }

    @Test
    void networkOfOthers_cannotBeDeleted() {
        assertThat(client.delete(NET + "/networks/" + lab.network("public")).string("/NeutronError/type"))
                .isEqualTo("PolicyNotAuthorized");
    }
}
