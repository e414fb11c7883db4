/** The demo: the main job of the SDK in one program. Start at {@link io.kws.sdk.quickstart.Demo}. */
@NullMarked
package io.kws.sdk.quickstart;

import org.jspecify.annotations.NullMarked;
