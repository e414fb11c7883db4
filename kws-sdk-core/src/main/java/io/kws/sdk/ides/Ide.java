package io.kws.sdk.ides;

import io.kws.sdk.rentals.Rental;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** A web IDE, open or closed, as its cluster described it at one moment. Immutable. */
public interface Ide {
    /** {@return the name of the node} */
    String node();

    /** {@return the namespace} */
    String namespace();

    /** {@return the name, unique in the namespace} */
    String name();

    /** {@return the ID, unique on the node: the namespace, a slash, and the name} */
    String id();

    /** {@return the state} */
    IdeStatus status();

    /** {@return the reason it is not {@link IdeStatus#OPEN}, in full; empty if there is none, or none is known} */
    Optional<String> reason();

    /** {@return the image it runs; empty while it is closed} */
    Optional<String> image();

    /** {@return the URL to open in a browser; empty while it is closed} */
    Optional<URI> url();

    /** {@return the storage of its files; empty if it was deleted by other means} */
    Optional<Workspace> workspace();

    /** {@return the annotations of the Deployment, or of the workspace while the IDE is closed, without those that differ from one
     *     opening to the next. Those of the rental are the workspace's, as long as there is one} */
    Map<String, String> annotations();

    /** {@return the rental; empty for a workspace that was kept when its IDE was deleted} */
    Optional<Rental> rental();
}
