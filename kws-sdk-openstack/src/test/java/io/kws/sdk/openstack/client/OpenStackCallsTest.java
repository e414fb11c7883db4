package io.kws.sdk.openstack.client;

import io.kws.sdk.config.CloudConfig;
import io.kws.sdk.config.Credentials;
import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.driver.http.CallContract;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.openstack.OpenStackStub;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.secrets.Secret;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The failures of calls to a cloud are the same errors as those of calls to a cluster. */
class OpenStackCallsTest extends CallContract {
    private static final Timeouts QUICK =
            Timeouts.builder().retries(1).firstPause(Duration.ofMillis(1)).build();

    @RegisterExtension
    static final OpenStackStub cloud = new OpenStackStub("kws1");

    private static OpenStackClient client(URI service) {
        CloudConfig config = CloudConfig.builder()
                .authUrl(cloud.url() + "/identity/v3")
                .credentials(Credentials.applicationCredential("id", Secret.of("s")))
                .putEndpointOverrides("compute", service)
                .build();
        OpenStackClient client =
                new OpenStackClient(NodeConfig.builder().name("kws1").build(), config, cloud.context(QUICK));
        client.services(); // logs in
        return client;
    }

    @Override
    protected void read(URI service) {
        client(service).send(Request.get(Service.COMPUTE, "servers", "42"));
    }

    @Override
    protected void create(URI service) {
        client(service).send(Request.of("POST", Service.COMPUTE, "servers").body(Json.object()));
    }
}
