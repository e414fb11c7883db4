package io.kws.sdk.keypairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.driver.values.KeypairValue;
import io.kws.sdk.secrets.Secret;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateKeyTest {
    private static final String TEXT = "-----BEGIN OPENSSH PRIVATE KEY-----\nabc\n";
    private final PrivateKey key = new PrivateKey(Secret.of(TEXT));

    @TempDir
    private Path folder;

    @Test
    void save_newFile_holdsTheKeyForItsOwnerOnly() throws Exception {
        Path file = key.save(folder.resolve("key"));

        assertThat(file).hasContent(TEXT);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void save_fileExists_isRefusedAndFileKept() throws Exception {
        Path file = Files.writeString(folder.resolve("key"), "old");

        assertThatThrownBy(() -> key.save(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString())
                .hasCauseInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("old");
    }

    @Test
    void save_linkToNowhere_isRefused() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("key"), folder.resolve("elsewhere"));

        assertThatThrownBy(() -> key.save(link)).isInstanceOf(UncheckedIOException.class);
        assertThat(folder.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void toString_showsNoKey() {
        assertThat(key.toString()).doesNotContain("BEGIN", "abc");
        assertThat(new NewKeypair(
                                KeypairValue.builder()
                                        .name("k")
                                        .fingerprint("fp")
                                        .publicKey("ssh-ed25519 AAAA")
                                        .build(),
                                key)
                        .toString())
                .doesNotContain("BEGIN", "abc");
    }
}
