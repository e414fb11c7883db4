/**
 * Internal: Creates a namespace for each owner, and deletes it when it holds nothing any more. Start at {@link
 * io.kws.sdk.k8s.namespaces.OwnerNamespace}.
 *
 * <p>An owner's namespace carries the rental that used it last, and when, so a failed first deploy deletes it only if
 * nobody else has used it. A sweep deletes it once it holds nothing but its own equipment, among all kinds that the
 * cluster's discovery names, and has been unused for the age of orphans; what cannot be listed counts as something.
 */
@NullMarked
package io.kws.sdk.k8s.namespaces;

import org.jspecify.annotations.NullMarked;
