/** Apps on Kubernetes: an image, its port and its address as a whole. Start at {@link io.kws.sdk.apps.Apps}. */
@NullMarked
package io.kws.sdk.apps;

import org.jspecify.annotations.NullMarked;
