/**
 * What became of each resource that a use case touched. Start at {@link io.kws.sdk.receipts.Receipt}.
 */
@NullMarked
package io.kws.sdk.receipts;

import org.jspecify.annotations.NullMarked;
