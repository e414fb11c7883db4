/** What a driver implements; users of the SDK need nothing here. Start at {@link io.kws.sdk.driver.Driver}. */
@NullMarked
package io.kws.sdk.driver;

import org.jspecify.annotations.NullMarked;
