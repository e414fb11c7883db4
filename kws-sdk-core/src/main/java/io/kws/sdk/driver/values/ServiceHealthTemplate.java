package io.kws.sdk.driver.values;

import io.kws.sdk.health.ServiceHealth;
import io.kws.sdk.internal.style.ResultStyle;
import org.immutables.value.Value;

/** Describes {@link ServiceHealthValue}, which Immutables writes. */
@Value.Immutable
@ResultStyle
abstract class ServiceHealthTemplate implements ServiceHealth {
    @Override
    public String toString() {
        return service() + ": " + problem().orElse("up");
    }
}
