package io.kws.sdk.apps;

import io.kws.sdk.rentals.Rental;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** An app as its cluster described it at one moment. Immutable. */
public interface App {
    /** {@return the name of the node} */
    String node();

    /** {@return the namespace} */
    String namespace();

    /** {@return the name, unique in the namespace; also the name of the Service, by which the cluster reaches the app} */
    String name();

    /** {@return the ID, unique on the node: the namespace, a slash, and the name} */
    String id();

    /** {@return the state} */
    AppStatus status();

    /** {@return the reason it is not {@link AppStatus#AVAILABLE}, in full; empty if there is none, or none is known} */
    Optional<String> reason();

    /** {@return the image, as requested} */
    String image();

    /** {@return the URL; empty if only the cluster can reach the app} */
    Optional<URI> url();

    /** {@return the number of replicas requested} */
    int replicas();

    /** {@return the number of replicas that serve} */
    int availableReplicas();

    /** {@return the time of its creation} */
    Instant created();

    /** {@return the complete annotations of the Deployment} */
    Map<String, String> annotations();

    /** {@return the rental, as the annotations describe it; empty if they are damaged} */
    Optional<Rental> rental();
}
