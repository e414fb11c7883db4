/** API: The front door of kws-sdk: a registry of named nodes and the services of each. Start at {@link io.kws.sdk.Kws}. */
@NullMarked
package io.kws.sdk;

import org.jspecify.annotations.NullMarked;
