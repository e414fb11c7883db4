/** Tests of sweeps: what programs agree by that sweep one cluster, and what they find left of killed programs. */
@NullMarked
package io.kws.sdk.k8s.sweeps;

import org.jspecify.annotations.NullMarked;
