/** Internal: Cron expressions. */
@NullMarked
package io.kws.sdk.internal.cron;

import org.jspecify.annotations.NullMarked;
