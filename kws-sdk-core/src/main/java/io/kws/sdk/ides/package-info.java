/** API: Browser IDEs on Kubernetes, each with a workspace that outlives it. Start at {@link io.kws.sdk.ides.Ides}. */
@NullMarked
package io.kws.sdk.ides;

import org.jspecify.annotations.NullMarked;
