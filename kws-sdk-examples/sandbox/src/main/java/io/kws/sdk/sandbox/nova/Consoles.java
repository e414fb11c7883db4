package io.kws.sdk.sandbox.nova;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.http.Routes;
import io.kws.sdk.sandbox.site.Site;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What servers print while they boot, and addresses of their screens. */
final class Consoles {
    private static final String BOOT_LOG = """
            [    0.000000] Linux version 6.1.0-18-cloud-amd64 (debian-kernel@lists.debian.org)
            [    0.000000] Command line: root=/dev/vda1 ro console=tty0 console=ttyS0
            [    1.204311] EXT4-fs (vda1): mounted filesystem with ordered data mode. Quota mode: none.
            [    4.718230] cloud-init[312]: Cloud-init v. 22.4.2 running 'init' at %1$s. Up 4.71 seconds.
            [    7.002194] cloud-init[390]: Cloud-init v. 22.4.2 running 'modules:config' at %1$s. Up 7.00 seconds.
            [    8.310522] cloud-init[402]: Cloud-init v. 22.4.2 running 'modules:final' at %1$s. Up 8.31 seconds.
            [    8.551907] cloud-init[402]: Cloud-init v. 22.4.2 finished at %1$s. \
            Datasource DataSourceOpenStackLocal [net,ver=2].  Up 8.55 seconds

            Debian GNU/Linux 12 %2$s ttyS0

            %2$s login:
            """;

    private final Map<String, String> byServer = new HashMap<>();
    private final Site site;
    private final ServerStore servers;
    private String forAll = "";

    Consoles(Site site, ServerStore servers) {
        this.site = site;
        this.servers = servers;
    }

    void script(String text) {
        forAll = text;
    }

    void script(String serverId, String text) {
        byServer.put(serverId, text);
    }

    void register(Map<String, Action> actions) {
        actions.put("os-getConsoleOutput", this::output);
        actions.put("os-getVNCConsole", (server, argument, request) -> screen(server, "novnc", argument));
        actions.put("os-getSPICEConsole", (server, argument, request) -> screen(server, "spice-html5", argument));
        actions.put("os-getSerialConsole", (server, argument, request) -> screen(server, "serial", argument));
    }

    void register(Routes routes) {
        routes.on("POST", "/v2.1/servers/{id}/remote-consoles", this::remote);
    }

    private Answer output(Server server, JsonNode argument, Request request) {
        requireHosted(server);
        List<String> lines = log(server).lines().toList();
        int length = argument.path("length").asInt(-1);
        int from = length < 0 ? 0 : Math.max(0, lines.size() - length);
        return Answer.json(200, Json.object().put("output", String.join("\n", lines.subList(from, lines.size()))));
    }

    private String log(Server server) {
        String scripted = byServer.getOrDefault(server.id(), forAll);
        boolean booted = server.state() != VmState.BUILDING;
        String time = server.launched().map(Site::second).orElse("");
        return scripted.isEmpty() && booted ? BOOT_LOG.formatted(time, server.name()) : scripted;
    }

    private Answer screen(Server server, String defaultType, JsonNode argument) {
        requireHosted(server);
        ObjectNode console = Json.object()
                .put("type", argument.path("type").asText(defaultType))
                .put("url", url());
        return Answer.json(200, Json.wrap("console", console));
    }

    private Answer remote(Request request) {
        Microversion.of(request).require(6);
        Server server = servers.get(request);
        requireHosted(server);
        JsonNode wanted = request.json().path("remote_console");
        ObjectNode console = Json.object()
                .put("protocol", wanted.path("protocol").asText())
                .put("type", wanted.path("type").asText())
                .put("url", url());
        return Answer.json(200, Json.wrap("remote_console", console));
    }

    private String url() {
        return site.url("/console/vnc_auto.html?path=%3Ftoken%3D" + UUID.randomUUID());
    }

    private static void requireHosted(Server server) {
        if (!server.isHosted()) {
            throw new Refusal(409, "Instance not yet ready");
        }
    }
}
