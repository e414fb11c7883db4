package io.kws.sdk.sandbox;

import java.util.List;
import java.util.stream.Collectors;

/** Writes the file that every OpenStack client reads. */
final class CloudsYaml {
    private CloudsYaml() {}

    static String of(List<SandboxNode> nodes) {
        return "clouds:\n"
                + nodes.stream()
                        .map(node -> entry(node, node.name(), "demo") + entry(node, node.name() + "-admin", "admin"))
                        .collect(Collectors.joining());
    }

    private static String entry(SandboxNode node, String cloud, String user) {
        return String.join(
                "\n",
                "  " + cloud + ":",
                "    auth:",
                "      auth_url: " + node.authUrl(),
                "      username: " + user,
                "      password: " + user,
                "      project_name: " + user,
                "      user_domain_id: default",
                "      project_domain_id: default",
                "    region_name: RegionOne",
                "    identity_api_version: 3",
                "    interface: public",
                "");
    }
}
