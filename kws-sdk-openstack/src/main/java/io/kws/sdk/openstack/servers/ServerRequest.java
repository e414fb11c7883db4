package io.kws.sdk.openstack.servers;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.flavors.Flavor;
import io.kws.sdk.images.Image;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.servers.ServerSpec;
import java.util.HashMap;
import java.util.Map;
import org.openstack4j.api.Builders;
import org.openstack4j.model.compute.BDMDestType;
import org.openstack4j.model.compute.BDMSourceType;
import org.openstack4j.model.compute.ServerCreate;
import org.openstack4j.model.compute.builder.ServerCreateBuilder;

/** Builds the request that creates a server (Compute API 2.1, "Create server"). */
final class ServerRequest {
    private ServerRequest() {}

    static ServerCreate of(
            ServerSpec spec,
            Rental rental,
            Image image,
            Flavor flavor,
            String keypair,
            JsonNode port,
            String userData) {
        Map<String, String> metadata = new HashMap<>(spec.metadata());
        metadata.putAll(RentalTags.of(rental));
        ServerCreateBuilder request = Builders.server()
                .name(spec.name())
                .flavor(flavor.id())
                .addMetadata(metadata)
                .addNetworkPort(port.path("id").asText());
        if (!keypair.isEmpty()) {
            request.keypairName(keypair);
        }
        if (!userData.isEmpty()) {
            request.userData(userData);
        }
        spec.availabilityZone().ifPresent(request::availabilityZone);
        return disk(request, spec, image).build();
    }

    private static ServerCreateBuilder disk(ServerCreateBuilder request, ServerSpec spec, Image image) {
        return spec.bootVolumeGib().isEmpty()
                ? request.image(image.id())
                : request.blockDevice(Builders.blockDeviceMapping()
                        .uuid(image.id())
                        .sourceType(BDMSourceType.IMAGE)
                        .destinationType(BDMDestType.VOLUME)
                        .volumeSize(spec.bootVolumeGib().getAsInt())
                        .bootIndex(0)
                        .deleteOnTermination(true)
                        .build());
    }
}
