package io.kws.sdk.openstack.sweeps;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.buckets.BucketSpec;
import io.kws.sdk.internal.nodes.Death;
import io.kws.sdk.openstack.Testbed;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.servers.Port;
import io.kws.sdk.servers.ServerSpec;
import java.time.Duration;

/** A program of its own JVM, which rents something on the testbed and dies on the way. */
final class KilledOnTestbed {
    static final Duration TERM = Duration.ofHours(1);

    private KilledOnTestbed() {}

    /** Takes the use case, the number of the last call, and the ID of the rental, which is in all names. */
    public static void main(String[] args) {
        RentalId rental = new RentalId(args[2]);
        try (Kws kws = Testbed.connect(Kws.builder().onCall(Death.after(Integer.parseInt(args[1]), Death::counts)))) {
            Node node = kws.node("kws1");
            if (args[0].equals("server")) {
                rentServer(node, rental);
            } else {
                makeBucket(node, rental);
            }
        }
    }

    private static void rentServer(Node node, RentalId rental) {
        var unused = node.servers()
                .rent(ServerSpec.builder()
                        .name("web-" + rental)
                        .image("ubuntu-22.04")
                        .flavor("m1.nano")
                        .reachableOn(Port.SSH)
                        .rentalId(rental)
                        .owner("killed-" + rental)
                        .term(TERM)
                        .build());
    }

    private static void makeBucket(Node node, RentalId rental) {
        var unused = node.buckets()
                .create(BucketSpec.builder()
                        .name("box-" + rental)
                        .rentalId(rental)
                        .owner("killed-" + rental)
                        .term(TERM)
                        .build());
    }
}
