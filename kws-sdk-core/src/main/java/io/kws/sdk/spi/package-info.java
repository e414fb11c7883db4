/** What a driver implements; users of the SDK need nothing here. Start at {@link io.kws.sdk.spi.Driver}. */
@NullMarked
package io.kws.sdk.spi;

import org.jspecify.annotations.NullMarked;
