/** Internal: How sweeps are planned, locked and carried out. */
@NullMarked
package io.kws.sdk.internal.sweeps;

import org.jspecify.annotations.NullMarked;
