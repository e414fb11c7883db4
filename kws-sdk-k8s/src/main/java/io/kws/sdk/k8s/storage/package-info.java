/**
 * Internal: Claims storage for apps and IDEs, and tells in advance whether the cluster offers it. Start at
 * {@link io.kws.sdk.k8s.storage.StorageClaim}.
 */
@NullMarked
package io.kws.sdk.k8s.storage;

import org.jspecify.annotations.NullMarked;
