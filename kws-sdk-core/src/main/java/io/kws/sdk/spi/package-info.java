/**
 * For drivers: what the SDK and the libraries behind it share. Start at {@link io.kws.sdk.spi.Nearest} for messages;
 * applications need nothing of this package.
 */
@NullMarked
package io.kws.sdk.spi;

import org.jspecify.annotations.NullMarked;
