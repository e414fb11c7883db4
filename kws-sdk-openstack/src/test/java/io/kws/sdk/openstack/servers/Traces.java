package io.kws.sdk.openstack.servers;

import io.kws.sdk.Node;
import io.kws.sdk.rentals.RentalId;
import java.util.ArrayList;
import java.util.List;
import org.openstack4j.api.OSClient.OSClientV3;

/** What a node still has of a rental, read by plain openstack4j and not by the code under test. */
final class Traces {
    private Traces() {}

    static List<String> of(Node node, RentalId rental) {
        return all(node).stream()
                .filter(trace -> trace.contains(rental.value()))
                .toList();
    }

    static List<String> all(Node node) {
        return node.unwrap(OSClientV3.class, Traces::read);
    }

    private static List<String> read(OSClientV3 openstack) {
        List<String> traces = new ArrayList<>();
        openstack.compute().servers().list(true).forEach(it -> traces.add("server " + it.getMetadata()));
        openstack.compute().keypairs().list().forEach(it -> traces.add("keypair " + it.getName()));
        openstack.networking().port().list().forEach(it -> traces.add("port " + it.getName()));
        openstack.networking().securitygroup().list().forEach(it -> traces.add("security group " + it.getName()));
        openstack.networking().floatingip().list().forEach(it -> traces.add("floating IP " + it.getDescription()));
        openstack.imagesV2().list().forEach(it -> traces.add("image " + it.getName()));
        return traces;
    }
}
