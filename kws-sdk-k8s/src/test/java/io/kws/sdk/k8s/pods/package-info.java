/** Tests. */
@NullMarked
package io.kws.sdk.k8s.pods;

import org.jspecify.annotations.NullMarked;
