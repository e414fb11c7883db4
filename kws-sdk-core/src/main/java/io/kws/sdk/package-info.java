/** The front door. Start at {@code Kws}. */
@NullMarked
package io.kws.sdk;

import org.jspecify.annotations.NullMarked;
