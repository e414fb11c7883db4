/**
 * Internal: Cron expressions.
 *
 * <p>Our own, because cron-utils skips a day whose time a change of the clocks skips.
 */
@NullMarked
package io.kws.sdk.internal.cron;

import org.jspecify.annotations.NullMarked;
