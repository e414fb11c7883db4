/**
 * Internal: How sweeps are planned, locked and carried out.
 *
 * <p>All state is in tags on the things themselves: end, protection, the end that was warned of, the time of the stop.
 * Leftovers are told by name or description and must have a minimum age, as a use case under way looks the same. Tags
 * that cannot be read are reported, and nothing is done. Losing the lease of a node stops its sweep before the next
 * action.
 */
@NullMarked
package io.kws.sdk.internal.sweeps;

import org.jspecify.annotations.NullMarked;
