package io.kws.sdk.driver.values;

import io.kws.sdk.containers.Container;
import io.kws.sdk.containers.ContainerStatus;
import io.kws.sdk.internal.style.ResultStyle;
import io.kws.sdk.internal.tags.StoredRental;
import io.kws.sdk.rentals.Rental;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/** Describes {@link ContainerValue}, which Immutables writes. */
@Value.Immutable
@ResultStyle
abstract class ContainerTemplate implements Container {
    private static final Pattern EXITED = Pattern.compile("Exited ?\\((\\d{1,9})\\).*");

    @Override
    @Value.Derived
    public Optional<Rental> rental() {
        return StoredRental.read(labels());
    }

    @Override
    @Value.Derived
    public OptionalInt exitCode() {
        Matcher exited = EXITED.matcher(detail().orElse(""));
        return status() == ContainerStatus.STOPPED && exited.matches()
                ? OptionalInt.of(Integer.parseInt(exited.group(1)))
                : OptionalInt.empty();
    }

    @Override
    public String toString() {
        return Line.of("container", name(), id(), node())
                .add(status())
                .add("image", image())
                .add("at", String.join(" and ", addresses()))
                .add(reason())
                .add(rental())
                .toString();
    }
}
