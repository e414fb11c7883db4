/** Tests of what programs that sweep one cluster agree by. */
@NullMarked
package io.kws.sdk.k8s.fleet;

import org.jspecify.annotations.NullMarked;
