/** For drivers: Details of errors that drivers record and users read. Start at {@link io.kws.sdk.driver.errors.ErrorDetails}. */
@NullMarked
package io.kws.sdk.driver.errors;

import org.jspecify.annotations.NullMarked;
