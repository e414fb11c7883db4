package io.kws.sdk.driver.values;

import io.kws.sdk.flavors.Flavor;
import io.kws.sdk.internal.style.ResultStyle;
import org.immutables.value.Value;

/** Describes {@link FlavorValue}, which Immutables writes. */
@Value.Immutable
@ResultStyle
abstract class FlavorTemplate implements Flavor {
    @Override
    public String toString() {
        return Line.of("flavor", name(), id())
                .add(vcpus() + " vCPUs")
                .add(ramMib() + " MiB of memory")
                .add(diskGib() + " GiB of disk")
                .toString();
    }
}
