package io.kws.sdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.sandbox.Client.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NovaActionsTest {
    private final Sandbox sandbox = Sandbox.start("kws1");
    private final SandboxNode node = sandbox.node("kws1");
    private final Client client = Client.demo(node);
    private final Lab lab = new Lab(client);
    private final String id = lab.active("web", "");
    private final String path = "/compute/v2.1/servers/" + id;

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Reply act(String body, String... headers) {
        return client.post(path + "/action", body, headers);
    }

    @Test
    void stopAndStart() {
        assertThat(act("{\"os-stop\": null}").status()).isEqualTo(202);
        lab.await(id, "SHUTOFF");
        assertThat(act("{\"os-start\": null}").status()).isEqualTo(202);
        lab.await(id, "ACTIVE");
    }

    @Test
    void start_active_is409() {
        Reply reply = act("{\"os-start\": null}");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.string("/conflictingRequest/message"))
                .isEqualTo("Cannot 'start' instance " + id + " while it is in vm_state active");
    }

    @Test
    void reboot_whileBusy_is409() {
        node.settleTime(java.time.Duration.ofSeconds(30));
        assertThat(act("{\"reboot\": {\"type\": \"SOFT\"}}").status()).isEqualTo(202);

        assertThat(client.get(path).string("/server/status")).isEqualTo("REBOOT");
        assertThat(act("{\"reboot\": {\"type\": \"SOFT\"}}").string("/conflictingRequest/message"))
                .endsWith("while it is in task_state rebooting");
    }

    @Test
    void resize_confirmed_hasTheOtherFlavor() {
        assertThat(act("{\"resize\": {\"flavorRef\": \"1\"}}").status()).isEqualTo(400);
        assertThat(act("{\"resize\": {\"flavorRef\": \"2\"}}").status()).isEqualTo(202);
        lab.await(id, "VERIFY_RESIZE");
        assertThat(act("{\"confirmResize\": null}").status()).isEqualTo(204);
        assertThat(lab.await(id, "ACTIVE").string("/server/flavor/id")).isEqualTo("2");
    }

    @Test
    void resize_reverted_hasTheFlavorItHad() {
        act("{\"resize\": {\"flavorRef\": \"2\"}}");
        lab.await(id, "VERIFY_RESIZE");
        act("{\"revertResize\": null}");
        assertThat(lab.await(id, "ACTIVE").string("/server/flavor/id")).isEqualTo("1");
    }

    @Test
    void rebuild_hasTheOtherImage() {
        String image = lab.image("cirros");
        Reply reply = act("{\"rebuild\": {\"imageRef\": \"" + image + "\"}}");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.string("/server/status")).isEqualTo("REBUILD");
        assertThat(lab.await(id, "ACTIVE").string("/server/image/id")).isEqualTo(image);
    }

    @Test
    void createImage_idIsInLocation_orInTheBodyFrom245() {
        Reply old = act("{\"createImage\": {\"name\": \"snap\"}}");
        lab.await(id, "ACTIVE");
        Reply newer = act("{\"createImage\": {\"name\": \"snap2\"}}", "OpenStack-API-Version", "compute 2.45");

        String image = old.header("Location").replaceFirst(".*/", "");
        assertThat(old.header("Location")).contains("/image/images/");
        client.await(
                "/image/v2/images/" + image, reply -> reply.string("/status").equals("active"));
        assertThat(newer.string("/image_id")).hasSize(36);
    }

    @Test
    void console_showsCloudInitFinished_orWhatIsScripted() {
        assertThat(act("{\"os-getConsoleOutput\": {}}").string("/output"))
                .contains("Cloud-init v. 22.4.2 finished at ");
        node.consoleLog("one\ntwo");
        assertThat(act("{\"os-getConsoleOutput\": {\"length\": 1}}").string("/output"))
                .isEqualTo("two");
        node.consoleLog(id, "mine");
        assertThat(act("{\"os-getConsoleOutput\": {}}").string("/output")).isEqualTo("mine");
    }

    @Test
    void remoteConsole_since26() {
        String body = "{\"remote_console\": {\"protocol\": \"vnc\", \"type\": \"novnc\"}}";

        assertThat(client.post(path + "/remote-consoles", body).status()).isEqualTo(404);
        assertThat(client.post(path + "/remote-consoles", body, "OpenStack-API-Version", "compute 2.6")
                        .string("/remote_console/url"))
                .startsWith("http://127.0.0.1:");
        assertThat(act("{\"os-getVNCConsole\": {\"type\": \"novnc\"}}").string("/console/type"))
                .isEqualTo("novnc");
    }

    @Test
    void securityGroup_addedAndRemoved() {
        assertThat(act("{\"addSecurityGroup\": {\"name\": \"ssh-icmp\"}}").status())
                .isEqualTo(202);
        assertThat(client.get(path).at("/server/security_groups").findValuesAsText("name"))
                .containsExactly("default", "ssh-icmp");
        assertThat(act("{\"removeSecurityGroup\": {\"name\": \"ssh-icmp\"}}").status())
                .isEqualTo(202);
        assertThat(act("{\"addSecurityGroup\": {\"name\": \"no\"}}").status()).isEqualTo(404);
    }

    @Test
    void lock_keepsTheUserOut() {
        act("{\"lock\": null}");

        assertThat(act("{\"os-stop\": null}").status()).isEqualTo(409);
        assertThat(client.delete(path).status()).isEqualTo(409);
        act("{\"unlock\": null}");
        assertThat(act("{\"os-stop\": null}").status()).isEqualTo(202);
    }

    @Test
    void unknownAction_is400() {
        assertThat(act("{\"dance\": null}").string("/badRequest/message")).isEqualTo("There is no such action: dance");
    }

    @Test
    void tags_since226() {
        assertThat(client.get(path + "/tags").status()).isEqualTo(404);
        String[] newer = {"OpenStack-API-Version", "compute 2.26"};
        assertThat(client.put(path + "/tags/x", "", newer).status()).isEqualTo(201);
        assertThat(client.get(path + "/tags", newer).text()).isEqualTo("{\"tags\":[\"x\"]}");
        assertThat(client.get("/compute/v2.1/servers?tags=x", newer).at("/servers"))
                .hasSize(1);
        assertThat(client.delete(path + "/tags/x", newer).status()).isEqualTo(204);
        assertThat(client.delete(path + "/tags/x", newer).status()).isEqualTo(404);
    }

    @Test
    void volume_attachedAndDetached() {
        String volume =
                client.post("/volume/v3/volumes", "{\"volume\": {\"size\": 1}}").string("/volume/id");
        String at = "/volume/v3/volumes/" + volume;
        client.await(at, reply -> reply.string("/volume/status").equals("available"));

        Reply attached = client.post(
                path + "/os-volume_attachments", "{\"volumeAttachment\": {\"volumeId\": \"" + volume + "\"}}");

        assertThat(attached.string("/volumeAttachment/device")).isEqualTo("/dev/vdb");
        client.await(at, reply -> reply.string("/volume/status").equals("in-use"));
        assertThat(client.delete(at).status()).isEqualTo(400);
        assertThat(client.delete(path + "/os-volume_attachments/" + volume).status())
                .isEqualTo(202);
        client.await(at, reply -> reply.string("/volume/status").equals("available"));
    }

    @Test
    void interfaces_showTheFixedAddress() {
        Reply reply = client.get(path + "/os-interface");

        assertThat(reply.string("/interfaceAttachments/0/fixed_ips/0/ip_address"))
                .startsWith("192.168.233.");
        assertThat(client.get(path + "/ips").string("/addresses/private/0/version"))
                .isEqualTo("4");
    }
}
