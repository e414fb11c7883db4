package io.kws.sdk.driver.values;

import io.kws.sdk.internal.style.ResultStyle;
import io.kws.sdk.limits.Limit;
import org.immutables.value.Value;

/** Describes {@link LimitValue}, which Immutables writes. */
@Value.Immutable
@ResultStyle
abstract class LimitTemplate implements Limit {
    @Override
    public String toString() {
        String of = max().isEmpty() ? "" : " of " + max().getAsLong();
        return "%s: %d%s used".formatted(kind().label(), used(), of);
    }
}
