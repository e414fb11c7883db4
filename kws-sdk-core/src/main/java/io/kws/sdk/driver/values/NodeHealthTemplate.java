package io.kws.sdk.driver.values;

import io.kws.sdk.health.NodeHealth;
import io.kws.sdk.health.ServiceHealth;
import io.kws.sdk.internal.style.ResultStyle;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/** Describes {@link NodeHealthValue}, which Immutables writes. */
@Value.Immutable
@ResultStyle
abstract class NodeHealthTemplate implements NodeHealth {
    @Override
    public String toString() {
        String each = services().stream().map(ServiceHealth::toString).collect(Collectors.joining(", "));
        return "%s is %s (%s)".formatted(node(), status(), each);
    }
}
