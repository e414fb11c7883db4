package io.kws.sdk.apps;

import io.kws.sdk.internal.style.ValueStyle;
import io.kws.sdk.internal.tags.StoredRental;
import io.kws.sdk.rentals.Rental;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** An app as its node described it at one moment. Immutable. */
@Value.Immutable
@ValueStyle
public interface App {
    /** {@return the node's name} */
    String node();

    /** {@return the namespace} */
    String namespace();

    /** {@return the name, unique in the namespace; also that of the Service, by which the cluster reaches it} */
    String name();

    /** {@return what identifies it on its node: the namespace, a slash, and the name} */
    @Value.Derived
    default String id() {
        return namespace() + "/" + name();
    }

    /** {@return the state} */
    AppStatus status();

    /** {@return what keeps it from being {@link AppStatus#AVAILABLE}, in full; empty if nothing is known to} */
    @Value.Default
    default String reason() {
        return "";
    }

    /** {@return the image, as it was asked for} */
    String image();

    /** {@return where it is reached; empty if only the cluster reaches it} */
    Optional<URI> url();

    /** {@return how many replicas were asked for} */
    int replicas();

    /** {@return how many replicas serve} */
    int availableReplicas();

    /** {@return when it was made} */
    Instant created();

    /** {@return its annotations, all of them} */
    Map<String, String> annotations();

    /** {@return who rents it until when, as its annotations say} */
    @Value.Derived
    default Optional<Rental> rental() {
        return StoredRental.read(annotations());
    }

    /** {@return a builder; for drivers} */
    static Builder builder() {
        return ImmutableApp.newBuilder();
    }

    /** Builds an app; for drivers. Not safe for use by many threads. */
    interface Builder {
        /**
         * Sets {@link App#node}.
         *
         * @param node the name
         * @return this
         */
        Builder node(String node);

        /**
         * Sets {@link App#namespace}.
         *
         * @param namespace the namespace
         * @return this
         */
        Builder namespace(String namespace);

        /**
         * Sets {@link App#name}.
         *
         * @param name the name
         * @return this
         */
        Builder name(String name);

        /**
         * Sets {@link App#status}.
         *
         * @param status the state
         * @return this
         */
        Builder status(AppStatus status);

        /**
         * Sets {@link App#reason}.
         *
         * @param reason why
         * @return this
         */
        Builder reason(String reason);

        /**
         * Sets {@link App#image}.
         *
         * @param image the image
         * @return this
         */
        Builder image(String image);

        /**
         * Sets {@link App#url}.
         *
         * @param url where it is reached
         * @return this
         */
        Builder url(URI url);

        /**
         * Sets {@link App#replicas}.
         *
         * @param replicas how many
         * @return this
         */
        Builder replicas(int replicas);

        /**
         * Sets {@link App#availableReplicas}.
         *
         * @param availableReplicas how many
         * @return this
         */
        Builder availableReplicas(int availableReplicas);

        /**
         * Sets {@link App#created}.
         *
         * @param created when
         * @return this
         */
        Builder created(Instant created);

        /**
         * Sets {@link App#annotations}.
         *
         * @param annotations all of them
         * @return this
         */
        Builder annotations(Map<String, ? extends String> annotations);

        /** {@return the app} */
        App build();
    }
}
