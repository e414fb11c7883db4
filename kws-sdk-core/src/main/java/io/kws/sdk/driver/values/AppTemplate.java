package io.kws.sdk.driver.values;

import io.kws.sdk.apps.App;
import io.kws.sdk.internal.style.ResultStyle;
import io.kws.sdk.internal.tags.StoredRental;
import io.kws.sdk.rentals.Rental;
import java.util.Optional;
import org.immutables.value.Value;

/** Describes {@link AppValue}, which Immutables writes. */
@Value.Immutable
@ResultStyle
abstract class AppTemplate implements App {
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
        return Line.of("app", name(), id(), node())
                .add(status())
                .add("%d of %d replicas available".formatted(availableReplicas(), replicas()))
                .add("image", image())
                .add("at", url())
                .add(reason())
                .add(rental())
                .toString();
    }
}
