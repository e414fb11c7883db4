/** What is sent to and fetched from a node in bulk, and how far it has come. Start at {@link io.kws.sdk.transfers.Content}. */
@NullMarked
package io.kws.sdk.transfers;

import org.jspecify.annotations.NullMarked;
