package io.kws.sdk.ides;

import io.kws.sdk.internal.style.ValueStyle;
import io.kws.sdk.internal.tags.StoredRental;
import io.kws.sdk.rentals.Rental;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** An IDE as its node described it at one moment, open or closed. Immutable. */
@Value.Immutable
@ValueStyle
public interface Ide {
    /** {@return the node's name} */
    String node();

    /** {@return the namespace} */
    String namespace();

    /** {@return the name, unique in the namespace} */
    String name();

    /** {@return what identifies it on its node: the namespace, a slash, and the name} */
    @Value.Derived
    default String id() {
        return namespace() + "/" + name();
    }

    /** {@return the state} */
    IdeStatus status();

    /** {@return what keeps it from being {@link IdeStatus#OPEN}, in full; empty if nothing is known to} */
    @Value.Default
    default String reason() {
        return "";
    }

    /** {@return the image it runs; empty while it is closed} */
    @Value.Default
    default String image() {
        return "";
    }

    /** {@return where a browser finds it; empty while it is closed} */
    Optional<URI> url();

    /** {@return its files; empty if somebody else has deleted them} */
    Optional<Workspace> workspace();

    /** {@return its annotations, all but those that tell one opening from another: those of the Deployment, or of the workspace while it is closed; what is said of
     *     its rental is what stands on the workspace, as long as there is one} */
    Map<String, String> annotations();

    /** {@return who rents it until when; empty for a workspace that was kept when its IDE was deleted} */
    @Value.Derived
    default Optional<Rental> rental() {
        return StoredRental.read(annotations());
    }

    /** {@return a builder; for drivers} */
    static Builder builder() {
        return ImmutableIde.newBuilder();
    }

    /** Builds an IDE; for drivers. Not safe for use by many threads. */
    interface Builder {
        /**
         * Sets {@link Ide#node}.
         *
         * @param node the name
         * @return this
         */
        Builder node(String node);

        /**
         * Sets {@link Ide#namespace}.
         *
         * @param namespace the namespace
         * @return this
         */
        Builder namespace(String namespace);

        /**
         * Sets {@link Ide#name}.
         *
         * @param name the name
         * @return this
         */
        Builder name(String name);

        /**
         * Sets {@link Ide#status}.
         *
         * @param status the state
         * @return this
         */
        Builder status(IdeStatus status);

        /**
         * Sets {@link Ide#reason}.
         *
         * @param reason why
         * @return this
         */
        Builder reason(String reason);

        /**
         * Sets {@link Ide#image}.
         *
         * @param image the image
         * @return this
         */
        Builder image(String image);

        /**
         * Sets {@link Ide#url}.
         *
         * @param url where a browser finds it
         * @return this
         */
        Builder url(URI url);

        /**
         * Sets {@link Ide#workspace}.
         *
         * @param workspace its files
         * @return this
         */
        Builder workspace(Workspace workspace);

        /**
         * Sets {@link Ide#annotations}.
         *
         * @param annotations all of them
         * @return this
         */
        Builder annotations(Map<String, ? extends String> annotations);

        /** {@return the IDE} */
        Ide build();
    }
}
