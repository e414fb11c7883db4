/** API: Nova keypairs. Start at {@link io.kws.sdk.keypairs.Keypairs}. */
@NullMarked
package io.kws.sdk.keypairs;

import org.jspecify.annotations.NullMarked;
