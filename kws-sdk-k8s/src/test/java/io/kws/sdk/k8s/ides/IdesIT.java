package io.kws.sdk.k8s.ides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubernetes.client.openapi.apis.CoreV1Api;
import io.kubernetes.client.openapi.models.V1PersistentVolume;
import io.kubernetes.client.util.Yaml;
import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.errors.ProvisioningFailedException;
import io.kws.sdk.ides.IdeSpec;
import io.kws.sdk.k8s.Testbed;
import io.kws.sdk.k8s.apps.Traces;
import io.kws.sdk.rentals.RentalId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** IDEs on the testbed, which gives storage only from volumes made by hand: folders of this machine. */
class IdesIT extends IdesContract {
    private static final Kws KWS = Testbed.connect();

    private final List<Path> folders = new ArrayList<>();

    @Override
    Node node() {
        return KWS.node("k1");
    }

    @AfterAll
    static void close() {
        KWS.close();
    }

    @Override
    String storage() {
        return storage("rwxrwxrwx");
    }

    private String storage(String rights) {
        String volume = "kws-it-" + RentalId.random();
        try {
            Path folder = Files.createDirectory(Path.of("/tmp", volume));
            folders.add(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(rights));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        plainly(api -> new CoreV1Api(api)
                .createPersistentVolume(Yaml.loadAs("""
                        apiVersion: v1
                        kind: PersistentVolume
                        metadata: {name: %s}
                        spec:
                          capacity: {storage: 1Gi}
                          accessModes: [ReadWriteOnce]
                          storageClassName: %s
                          hostPath: {path: /tmp/%s}
                        """.formatted(volume, volume, volume), V1PersistentVolume.class))
                .execute());
        return volume;
    }

    @AfterEach
    void removeFolders() throws IOException {
        deleteAll();
        for (Path folder : folders) {
            plainly(api -> new CoreV1Api(api)
                    .deletePersistentVolume(folder.getFileName().toString())
                    .execute());
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Test
    void open_workspaceThatItMayNotWriteTo_tellsWhatTheIdeSaid() {
        IdeSpec spec = lab().workspaceClass(storage("rwxr-xr-x")).build();

        ProvisioningFailedException error =
                catchThrowableOfType(ProvisioningFailedException.class, () -> ides().open(spec));

        assertThat(error).hasMessageContainingAll("exits again and again", "permission denied");
        assertThat(Traces.of(node(), spec.rentalId())).isEmpty();
    }
}
