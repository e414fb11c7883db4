package io.kws.sdk.rentals;

import io.kws.sdk.internal.style.ValueStyle;
import io.kws.sdk.receipts.ResourceKind;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Something that is there already and is to become a rental. Immutable.
 *
 * <pre>{@code
 * kws.rentals().adopt(Adoption.builder()
 *     .node("kws1").kind(ResourceKind.SERVER).nameOrId("old-web")
 *     .owner("alice").term(Duration.ofDays(30))
 *     .build());
 * }</pre>
 */
@Value.Immutable
@ValueStyle
public abstract class Adoption {
    Adoption() {}

    /** {@return a builder, which asks for node, kind and thing first} */
    public static NeedsNode builder() {
        return ImmutableAdoption.newBuilder();
    }

    /** {@return the node's name} */
    public abstract String node();

    /** {@return what it is} */
    public abstract ResourceKind kind();

    /** {@return its name or ID} */
    public abstract String nameOrId();

    /** {@return who rents it from now on; nobody is named} */
    @Value.Default
    public String owner() {
        return "";
    }

    /** {@return for how long; empty: for good} */
    public abstract Optional<Duration> term();

    /** Fails if a value is out of its limits. */
    @Value.Check
    void check() {
        RentalLimits.requireOwner(owner());
        term().ifPresent(RentalLimits::requireTerm);
    }

    /** Asks for the node. */
    public interface NeedsNode {
        /**
         * Sets {@link Adoption#node}.
         *
         * @param node its name
         * @return what asks for the kind
         */
        NeedsKind node(String node);
    }

    /** Asks for the kind. */
    public interface NeedsKind {
        /**
         * Sets {@link Adoption#kind}.
         *
         * @param kind such as {@link ResourceKind#SERVER}
         * @return what asks for the thing
         */
        NeedsThing kind(ResourceKind kind);
    }

    /** Asks for the thing. */
    public interface NeedsThing {
        /**
         * Sets {@link Adoption#nameOrId}.
         *
         * @param nameOrId its name or ID
         * @return the builder of what is optional
         */
        Options nameOrId(String nameOrId);
    }

    /** Sets what is optional. Not thread-safe. */
    public interface Options {
        /**
         * Sets {@link Adoption#owner}.
         *
         * @param owner at most 255 characters
         * @return this
         */
        Options owner(String owner);

        /**
         * Sets {@link Adoption#term}.
         *
         * @param term positive, at most a hundred years
         * @return this
         */
        Options term(Duration term);

        /**
         * Returns the adoption.
         *
         * @return the adoption
         * @throws io.kws.sdk.errors.InvalidRequestException if a value is out of its limits
         */
        Adoption build();
    }

    /** What Immutables generates must fit all stages. */
    interface Builder extends NeedsNode, NeedsKind, NeedsThing, Options {}
}
