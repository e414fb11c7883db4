/** Whether nodes do their work. Start at {@link io.kws.sdk.health.NodeHealth}. */
@NullMarked
package io.kws.sdk.health;

import org.jspecify.annotations.NullMarked;
