/** For drivers: The interfaces that a driver implements and what it is given. Start at {@link io.kws.sdk.driver.Driver}. */
@NullMarked
package io.kws.sdk.driver;

import org.jspecify.annotations.NullMarked;
