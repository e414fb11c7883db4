/** What the driver's tests share. */
@NullMarked
package io.kws.sdk.k8s;

import org.jspecify.annotations.NullMarked;
