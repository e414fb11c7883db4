package io.kws.sdk.openstack.servers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.secrets.Secret;
import io.kws.sdk.servers.CloudInit;
import io.kws.sdk.servers.Login;
import io.kws.sdk.servers.Port;
import io.kws.sdk.servers.Readiness;
import io.kws.sdk.servers.ServerSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.Sha2Crypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginSetupTest {
    private static final String PASSWORD = "pa55 wörd-'\"$1\\n";
    private static final Pattern HASH = Pattern.compile("password: \"([^\"]*)\"");
    private static final CloudInit SCRIPT = CloudInit.of("#!/bin/sh\necho mine\n");

    private static ServerSpec.Options spec() {
        return ServerSpec.builder().name("web-1").image("debian-12").flavor("m1.nano");
    }

    private static ServerSpec.Options withPassword() {
        return spec().login(Login.password(Secret.of(PASSWORD)));
    }

    private static String userData(ServerSpec.Options spec) {
        return new String(Base64.getDecoder().decode(LoginSetup.userData(spec.build())), UTF_8);
    }

    private static String hash(String userData) {
        Matcher matcher = HASH.matcher(userData);
        assertThat(matcher.find()).as(userData).isTrue();
        return matcher.group(1);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void userData_keypairAndActive_isNothing() {
        assertThat(LoginSetup.userData(spec().build())).isEmpty();
        assertThat(LoginSetup.userData(spec().login(Login.keypair("mine")).build()))
                .isEmpty();
    }

    @Test
    void userData_rentersOnly_isAsGiven() {
        assertThat(userData(spec().cloudInit(SCRIPT))).isEqualTo("#!/bin/sh\necho mine\n");
    }

    @Test
    void userData_password_isOnlyAHashThatVerifies() {
        String userData = userData(withPassword());
        String hash = hash(userData);

        assertThat(userData)
                .startsWith("#cloud-config\n")
                .contains("ssh_pwauth: true", "expire: false")
                .doesNotContain("pa55");
        assertThat(hash).startsWith("$6$");
        assertThat(Sha2Crypt.sha512Crypt(PASSWORD.getBytes(UTF_8), hash)).isEqualTo(hash);
    }

    @Test
    void userData_samePasswordTwice_isSaltedAnew() {
        assertThat(hash(userData(withPassword()))).isNotEqualTo(hash(userData(withPassword())));
    }

    @Test
    void userData_passwordAndScript_holdsBothRentersFirst() {
        String userData = userData(withPassword().cloudInit(SCRIPT));

        assertThat(userData).startsWith("Content-Type: multipart/mixed").contains("echo mine", "Merge-Type");
        assertThat(userData.indexOf("echo mine")).isLessThan(userData.indexOf("$6$"));
    }

    @Test
    void userData_passwordAndStepByStep_holdsBoth() {
        CloudInit renters = CloudInit.builder()
                .addPackages("nginx")
                .addCommands("echo mine")
                .build();

        assertThat(userData(withPassword().cloudInit(renters))).contains("nginx", "echo mine", "$6$");
    }

    @Test
    void userData_passwordAndGzip_unpacksAndHoldsBoth() throws IOException {
        CloudInit renters = CloudInit.of(gzip("#cloud-config\npackages: [nginx]\n"));

        assertThat(userData(withPassword().cloudInit(renters))).contains("packages: [nginx]", "$6$");
    }

    @Test
    void userData_passwordAndMultiPart_isOneFlatMultiPart() {
        CloudInit renters = CloudInit.of("""
                Content-Type: multipart/mixed; boundary="b"
                MIME-Version: 1.0

                --b
                Content-Type: text/x-shellscript

                #!/bin/sh
                echo mine
                --b
                Content-Type: text/cloud-config

                packages: [nginx]
                --b--
                """);

        String userData = userData(withPassword().cloudInit(renters));

        assertThat(userData).contains("echo mine", "packages: [nginx]", "$6$");
        assertThat(userData.split("multipart/mixed", -1)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssh_pwauth: false",
                "ssh_pwauth: no",
                "ssh_pwauth: 'False'",
                "ssh_pwauth: unchanged",
                "ssh_pwauth:",
                "password: theirs",
                "chpasswd: {expire: true}",
                "chpasswd: {expire: false, users: [{name: bob, password: x, type: text}]}",
                "chpasswd: {list: 'debian:theirs'}",
                "users: [{name: bob}]",
                "users: []"
            })
    void userData_cloudConfigAgainstPassword_isRefused(String line) {
        ServerSpec spec = withPassword()
                .cloudInit(CloudInit.of("#cloud-config\n" + line + "\n"))
                .build();

        assertThatThrownBy(() -> LoginSetup.userData(spec))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("\"" + line.replaceFirst(":.*", "") + "\"")
                .hasMessageNotContaining("theirs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssh_pwauth: true",
                "ssh_pwauth: 'yes'",
                "ssh_pwauth: 1",
                "chpasswd: {expire: false}",
                "chpasswd: {}",
                "users: [default, {name: bob}]",
                "packages: [nginx]"
            })
    void userData_cloudConfigThatLeavesPasswordAlone_isMerged(String line) {
        ServerSpec.Options spec = withPassword().cloudInit(CloudInit.of("#cloud-config\n" + line + "\n"));

        assertThat(userData(spec)).contains(line, "$6$");
    }

    @Test
    void userData_againstPasswordInOnePartOfMany_isRefused() {
        CloudInit renters = SCRIPT.mergedWith(CloudInit.of("#cloud-config\nssh_pwauth: false\n"));
        ServerSpec spec = withPassword().cloudInit(renters).build();

        assertThatThrownBy(() -> LoginSetup.userData(spec)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void userData_keypairAndOwnPassword_isTheRentersAffair() {
        CloudInit renters = CloudInit.of("#cloud-config\npassword: mine\nssh_pwauth: false\n");

        assertThatCode(() -> LoginSetup.userData(spec().cloudInit(renters).build()))
                .doesNotThrowAnyException();
    }

    @Test
    void userData_otherReadiness_announcesNothing() {
        List<Readiness> others = List.of(Readiness.active(), Readiness.ssh(), Readiness.tcp(80));

        assertThat(others)
                .allSatisfy(readiness -> assertThat(userData(spec().cloudInit(SCRIPT)
                                .reachableOn(Port.SSH, Port.HTTP)
                                .readyWhen(readiness)))
                        .doesNotContain("kws-cloud-init"));
    }

    @Test
    void userData_untilCloudInit_announcesWhatCloudInitEndReads(@TempDir Path machine) throws Exception {
        Path result = machine.resolve("result.json");
        Path console = machine.resolve("console");
        Files.writeString(result, """
                {
                 "v1": {
                  "datasource": "DataSourceOpenStackLocal [net,ver=2]",
                  "errors": ["('scripts-user', RuntimeError('Runparts: \\"1\\" of 2 failed'))"]
                 }
                }
                """);
        ServerSpec spec = spec().readyWhen(Readiness.cloudInit()).build();
        String script = new String(Base64.getDecoder().decode(LoginSetup.userData(spec)), UTF_8)
                .replace("/run/cloud-init/result.json", result.toString())
                .replace("> /dev/console", ">> " + console)
                .replace("sleep 1", ":")
                .replace("2>&1 &", "2>&1");

        assertThat(sh(script, "-n")).isZero();
        assertThat(sh(script)).isZero();

        String log = Files.readString(console);
        assertThat(log.lines().filter(line -> line.startsWith("kws-cloud-init " + spec.rentalId() + ": {")))
                .hasSize(3);
        assertThat(CloudInitResultTest.errors(log, spec.rentalId())).contains("Runparts: \"1\" of 2 failed");
    }

    /** Returns the exit code. */
    private static int sh(String script, String... options) throws IOException, InterruptedException {
        Path file = Files.createTempFile("kws", ".sh");
        Files.writeString(file, script);
        ProcessBuilder shell = new ProcessBuilder("sh");
        shell.command().addAll(List.of(options));
        shell.command().add(file.toString());
        int code = shell.inheritIO().start().waitFor();
        Files.delete(file);
        return code;
    }
}
