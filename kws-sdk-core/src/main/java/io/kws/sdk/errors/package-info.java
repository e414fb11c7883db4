/**
 * API: The errors that the SDK throws. Start at {@link io.kws.sdk.errors.KwsException}; catch a subclass only to handle that case.
 *
 * @serial exclude
 */
@NullMarked
package io.kws.sdk.errors;

import org.jspecify.annotations.NullMarked;
