/**
 * Every error the SDK throws. Start at {@link io.kws.sdk.errors.KwsException}; catch a leaf only where you do something
 * about it.
 *
 * @serial exclude
 */
@NullMarked
package io.kws.sdk.errors;

import org.jspecify.annotations.NullMarked;
