package io.kws.sdk.driver.values;

import io.kws.sdk.internal.style.ResultStyle;
import io.kws.sdk.servers.Address;
import org.immutables.value.Value;

/** Describes {@link AddressValue}, which Immutables writes. */
@Value.Immutable
@ResultStyle
abstract class AddressTemplate implements Address {
    @Override
    public String toString() {
        return ip() + " (" + (kind() == Kind.FLOATING ? "floating" : "fixed") + ", " + network() + ")";
    }
}
