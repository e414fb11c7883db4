package io.kws.sdk.driver.values;

import io.kws.sdk.internal.style.ResultStyle;
import io.kws.sdk.internal.tags.StoredRental;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.servers.Address;
import io.kws.sdk.servers.Server;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Describes {@link ServerValue}, which Immutables writes. */
@Value.Immutable
@ResultStyle
abstract class ServerTemplate implements Server {
    @Override
    @Value.Derived
    public Optional<Rental> rental() {
        return StoredRental.read(metadata());
    }

    @Override
    public String toString() {
        List<String> ips = addresses().stream().map(Address::ip).toList();
        return Line.of("server", name(), id(), node())
                .add(status())
                .add("at", String.join(" and ", ips))
                .add(fault())
                .add(rental())
                .toString();
    }
}
