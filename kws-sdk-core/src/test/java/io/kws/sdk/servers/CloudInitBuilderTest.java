package io.kws.sdk.servers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.errors.InvalidRequestException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CloudInitBuilderTest {
    private static final String KEY = "ssh-ed25519 AAAAC3Nz alice";

    private static Map<String, Object> yaml(CloudInit value) {
        return CloudInitYaml.parse(value.userData(), "");
    }

    @Test
    void build_nothingSet_isNone() {
        assertThat(CloudInit.builder().build()).isEqualTo(CloudInit.none());
        assertThat(CloudInit.builder().addCommands().build().isEmpty()).isTrue();
    }

    @Test
    void build_packagesAndCommands_addUpInOrder() {
        CloudInit value = CloudInit.builder()
                .addPackages("nginx")
                .addPackages("git", "curl")
                .addCommands("echo 'a: b' # c")
                .addCommands("no")
                .build();

        assertThat(new String(value.userData(), UTF_8)).startsWith("#cloud-config\n");
        assertThat(yaml(value))
                .containsEntry("package_update", true)
                .containsEntry("packages", List.of("nginx", "git", "curl"))
                .containsEntry("runcmd", List.of("echo 'a: b' # c", "no"));
    }

    @Test
    void build_singleValues_areRendered() {
        CloudInit value = CloudInit.builder()
                .hostname("web-1")
                .timezone("Europe/Berlin")
                .packageUpgrade()
                .set("swap", Map.of("size", 1024))
                .build();

        assertThat(yaml(value))
                .containsOnly(
                        Map.entry("hostname", "web-1"),
                        Map.entry("timezone", "Europe/Berlin"),
                        Map.entry("package_upgrade", true),
                        Map.entry("swap", Map.of("size", 1024)));
    }

    @Test
    void writeFile_anyContent_comesBackAsGiven() {
        for (String content :
                List.of("a\nb\n", "a", "", "  lead\n\ttab \n\n", "ä😀\r\n", "x".repeat(300), "---\n...\n")) {
            CloudInit value =
                    CloudInit.builder().writeFile("/etc/x", content, "0600").build();

            assertThat(yaml(value).get("write_files"))
                    .isEqualTo(List.of(Map.of("path", "/etc/x", "permissions", "0600", "content", content)));
        }
    }

    @Test
    void writeFile_relativePathOrBadPermissions_throws() {
        assertThatThrownBy(() -> CloudInit.builder().writeFile("etc/x", ""))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> CloudInit.builder().writeFile("/etc/x", "", "rw-r--r--"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("0644");
    }

    @Test
    void addUser_first_keepsTheImagesOwnUser() {
        CloudInit value =
                CloudInit.builder().addUser("alice", KEY).addAdmin("bob").build();

        assertThat(yaml(value).get("users"))
                .isEqualTo(List.of(
                        "default",
                        Map.of(
                                "name",
                                "alice",
                                "shell",
                                "/bin/bash",
                                "lock_passwd",
                                true,
                                "ssh_authorized_keys",
                                List.of(KEY)),
                        Map.of(
                                "name",
                                "bob",
                                "shell",
                                "/bin/bash",
                                "lock_passwd",
                                true,
                                "ssh_authorized_keys",
                                List.of(),
                                "sudo",
                                "ALL=(ALL) NOPASSWD:ALL")));
    }

    @Test
    void addSshKeys_privateKey_throwsWithoutIt() {
        assertThatThrownBy(() -> CloudInit.builder().addSshKeys("-----BEGIN OPENSSH PRIVATE KEY-----\ngeheim"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageNotContaining("geheim");
    }
}
