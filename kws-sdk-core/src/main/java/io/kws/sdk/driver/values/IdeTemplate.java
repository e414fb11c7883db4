package io.kws.sdk.driver.values;

import io.kws.sdk.ides.Ide;
import io.kws.sdk.internal.style.ResultStyle;
import io.kws.sdk.internal.tags.StoredRental;
import io.kws.sdk.rentals.Rental;
import java.util.Optional;
import org.immutables.value.Value;

/** Describes {@link IdeValue}, which Immutables writes. */
@Value.Immutable
@ResultStyle
abstract class IdeTemplate implements Ide {
    @Override
    @Value.Derived
    public String id() {
        return namespace() + "/" + name();
    }

    @Override
    @Value.Derived
    public Optional<Rental> rental() {
        return StoredRental.read(annotations());
    }

    @Override
    public String toString() {
        return Line.of("IDE", name(), id(), node())
                .add(status())
                .add("image", image())
                .add("at", url())
                .add(reason())
                .add(rental())
                .toString();
    }
}
