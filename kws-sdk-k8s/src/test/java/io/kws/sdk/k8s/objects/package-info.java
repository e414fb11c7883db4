/** Tests. */
@NullMarked
package io.kws.sdk.k8s.objects;

import org.jspecify.annotations.NullMarked;
