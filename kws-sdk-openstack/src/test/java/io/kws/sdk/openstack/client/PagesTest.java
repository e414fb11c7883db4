package io.kws.sdk.openstack.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.driver.http.Json;
import io.kws.sdk.errors.ServiceFailureException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagesTest {
    private static final URI FIRST = URI.create("http://h/v2.1/servers");

    @ParameterizedTest
    @CsvSource({
        "http://h:1/v2.1,          http://inner:8774/v2.1/servers?marker=1,   http://h:1/v2.1/servers?marker=1",
        "https://h/compute/v2.1,   http://inner/v2.1/servers?marker=a%2Fb,    https://h/compute/v2.1/servers?marker=a%2Fb",
        "https://h/compute/v2.1,   http://inner/nova/v2.1/servers?marker=1,   https://h/compute/v2.1/servers?marker=1",
        "https://h/image/v2,       /v2/images?marker=1,                       https://h/image/v2/images?marker=1",
        "https://h/v3/p1,          http://inner/v3/p1/volumes?marker=1,       https://h/v3/p1/volumes?marker=1",
        "http://h:1,               http://inner/servers?marker=1,             http://h:1/servers?marker=1"
    })
    void following_anyHost_staysWithTheEndpoint(String endpoint, String next, String expected) {
        assertThat(Pages.following(FIRST, endpoint, next)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({"http://h:1/v2.1, 'not an address'", "http://h/v2.1, http://h/v2.1/servers"})
    void following_uselessLink_raises(String endpoint, String next) {
        assertThatThrownBy(() -> Pages.following(FIRST, endpoint, next)).isInstanceOf(ServiceFailureException.class);
    }

    @Test
    void next_noLink_isEmpty() {
        assertThat(Pages.next(Json.object(), "servers")).isEmpty();
    }
}
