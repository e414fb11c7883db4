/** API: Uploads and downloads, and their progress. Start at {@link io.kws.sdk.transfers.Content}. */
@NullMarked
package io.kws.sdk.transfers;

import org.jspecify.annotations.NullMarked;
