/** What the drivers' trials of use cases under all faults have in common. Start at {@link io.kws.sdk.faults.FaultLab}. */
@NullMarked
package io.kws.sdk.faults;

import org.jspecify.annotations.NullMarked;
