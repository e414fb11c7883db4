/** API: Notifications about changes of rentals. Start at {@link io.kws.sdk.watching.RentalWatch}. */
@NullMarked
package io.kws.sdk.watching;

import org.jspecify.annotations.NullMarked;
