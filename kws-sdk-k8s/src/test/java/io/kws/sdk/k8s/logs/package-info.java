/** Tests. */
@NullMarked
package io.kws.sdk.k8s.logs;

import org.jspecify.annotations.NullMarked;
