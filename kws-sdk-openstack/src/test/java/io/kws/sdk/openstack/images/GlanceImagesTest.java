package io.kws.sdk.openstack.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.driver.DriverContext;
import io.kws.sdk.driver.steps.UseCaseRunner;
import io.kws.sdk.driver.values.ImageValue;
import io.kws.sdk.errors.AmbiguousException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.images.Image;
import io.kws.sdk.openstack.OpenStackStub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GlanceImagesTest {
    private static final String ID = "5a1d2b3c-0000-4000-8000-123456789abc";

    @RegisterExtension
    final OpenStackStub cloud = new OpenStackStub("kws1");

    @Test
    void list_severalPages_readsAllFields() {
        cloud.answers("GET", "/images?limit=1000", 200, """
                        {"images":[{"id":"1","name":"debian-12","status":"active","disk_format":"qcow2","size":5000000000,
                         "min_disk":2,"min_ram":512,"visibility":"public","owner":"x","tags":[],"os_new":{"a":1}}],
                         "next":"/v2/images?marker=1"}""")
                .answers("GET", "/images?marker=1", 200, "{\"images\":[{\"id\":\"2\",\"name\":null,\"size\":null}]}");

        assertThat(images().list())
                .containsExactly(
                        ImageValue.builder()
                                .id("1")
                                .name("debian-12")
                                .status("active")
                                .diskFormat("qcow2")
                                .sizeBytes(5_000_000_000L)
                                .minDiskGib(2)
                                .minRamMib(512)
                                .visibility("public")
                                .adminUser("debian")
                                .build(),
                        ImageValue.builder()
                                .id("2")
                                .name("")
                                .status("")
                                .minDiskGib(0)
                                .minRamMib(0)
                                .visibility("")
                                .build());
    }

    @Test
    void find_byId_makesOneCall() {
        cloud.answers("GET", "/images/" + ID, 200, image(ID, "a"));

        assertThat(images().find(ID)).map(Image::id).contains(ID);
        assertThat(cloud.calls()).hasSize(2);
    }

    @Test
    void find_oddName_isEncoded() {
        cloud.answers("GET", "/images?name=My%20image%20%26%20%C3%BC", 200, list(image("1", "My image & ü")));

        assertThat(images().find("My image & ü")).map(Image::id).contains("1");
    }

    @Test
    void find_missing_isEmpty() {
        cloud.answers("GET", "/images?name=a", 200, list());

        assertThat(images().find("a")).isEmpty();
    }

    @Test
    void find_sameNameTwice_isAmbiguous() {
        cloud.answers("GET", "/images?name=a", 200, list(image("1", "a"), image("2", "a")));

        assertThatThrownBy(() -> images().find("a"))
                .isInstanceOf(AmbiguousException.class)
                .hasMessageContaining("2 images are named \"a\"");
    }

    @Test
    void get_missing_suggestsTheNearest() {
        cloud.answers("GET", "/images?name=ubunto", 200, list())
                .answers("GET", "/images?limit=1000", 200, list(image("1", "ubuntu"), image("2", "debian")));

        assertThatThrownBy(() -> images().get("ubunto"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("did you mean \"ubuntu\"?");
    }

    @Test
    void find_malformed_raises() {
        cloud.answers("GET", "/images/" + ID, 200, "{}");

        assertThatThrownBy(() -> images().find(ID)).isInstanceOf(ServiceFailureException.class);
    }

    private GlanceImages images() {
        DriverContext context = cloud.context(OpenStackStub.QUICK);
        UseCaseRunner runner = new UseCaseRunner("kws1", context.threads(), context.timeouts());
        return new GlanceImages(cloud.client(), runner, context.timeouts());
    }

    private static String image(String id, String name) {
        return "{\"id\":\"%s\",\"name\":\"%s\"}".formatted(id, name);
    }

    private static String list(String... images) {
        return "{\"images\":[" + String.join(",", images) + "]}";
    }
}
