/**
 * API: Records of what happened to each resource that a use case touched. Start at {@link io.kws.sdk.receipts.Receipt}.
 *
 * @serial exclude
 */
@NullMarked
package io.kws.sdk.receipts;

import org.jspecify.annotations.NullMarked;
