package io.kws.sdk.driver.values;

import io.kws.sdk.internal.style.ResultStyle;
import io.kws.sdk.networks.Network;
import org.immutables.value.Value;

/** Describes {@link NetworkValue}, which Immutables writes. */
@Value.Immutable
@ResultStyle
abstract class NetworkTemplate implements Network {
    @Override
    public String toString() {
        return Line.of("network", name(), id()).add(status()).add(reach()).toString();
    }
}
