/**
 * Internal: Runs IDEs as apps with workspaces that outlive them. Start at {@link io.kws.sdk.k8s.ides.KubernetesIdes}.
 *
 * <p>An IDE is an app whose claim is its own. The rental is on the claim, which exists while the IDE is closed, too: a
 * sweep that stops the rental closes the IDE, and ending it deletes the workspace. Reopening continues the rental;
 * undoing gives back only the marks that nobody has changed since.
 */
@NullMarked
package io.kws.sdk.k8s.ides;

import org.jspecify.annotations.NullMarked;
