/**
 * Internal. Creates a namespace for each owner, and deletes it when it holds nothing any more. Start at
 * {@link io.kws.sdk.k8s.namespaces.OwnerNamespace}.
 */
@NullMarked
package io.kws.sdk.k8s.namespaces;

import org.jspecify.annotations.NullMarked;
