package io.kws.sdk.driver.values;

import io.kws.sdk.ides.Workspace;
import io.kws.sdk.internal.style.ResultStyle;
import org.immutables.value.Value;

/** Describes {@link WorkspaceValue}, which Immutables writes. */
@Value.Immutable
@ResultStyle
abstract class WorkspaceTemplate implements Workspace {
    @Override
    public String toString() {
        return Line.of("workspace", claim())
                .add(sizeGib().isPresent() ? sizeGib().getAsInt() + " GiB" : "")
                .add("created", created())
                .toString();
    }
}
