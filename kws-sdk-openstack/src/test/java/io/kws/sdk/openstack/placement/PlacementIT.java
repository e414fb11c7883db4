package io.kws.sdk.openstack.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.Kws;
import io.kws.sdk.openstack.Testbed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.openstack4j.api.OSClient.OSClientV3;
import org.openstack4j.model.identity.v3.Endpoint;

/** Making things anywhere on the testbed's two nodes; the administrator sets the quota of the first. */
class PlacementIT extends PlacementContract {
    private static final int USUAL = 10;

    private final Kws all = Testbed.connect();

    @Override
    Kws connect() {
        Kws kws = Testbed.connect();
        kws.nodes().names().stream().filter(name -> !name.matches("kws[12]")).forEach(kws.nodes()::remove);
        return kws;
    }

    @Override
    void fillFirstNode() {
        quota(0);
    }

    @Override
    void end() {
        quota(USUAL);
        all.close();
    }

    /** By force, as others may have servers there; which openstack4j cannot. */
    private void quota(int servers) {
        int status = all.node("kws1-admin").unwrap(OSClientV3.class, admin -> {
            String project =
                    admin.identity().projects().getByName("demo").get(0).getId();
            String body = "{\"quota_set\": {\"instances\": %d, \"force\": true}}".formatted(servers);
            HttpRequest request = HttpRequest.newBuilder(URI.create(compute(admin) + "/os-quota-sets/" + project))
                    .header("X-Auth-Token", admin.getToken().getId())
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString(body))
                    .build();
            return status(request);
        });
        assertThat(status).isEqualTo(200);
    }

    private static int status(HttpRequest request) {
        try {
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String compute(OSClientV3 admin) {
        return admin.getToken().getCatalog().stream()
                .filter(service -> service.getType().equals("compute"))
                .flatMap(service -> service.getEndpoints().stream())
                .filter(endpoint -> endpoint.getIface().value().equals("public"))
                .map(Endpoint::getUrl)
                .findFirst()
                .orElseThrow()
                .toString();
    }
}
