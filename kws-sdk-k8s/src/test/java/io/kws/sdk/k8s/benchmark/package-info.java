/** Measurements on the real cluster; run by the testbed's script. */
@NullMarked
package io.kws.sdk.k8s.benchmark;

import org.jspecify.annotations.NullMarked;
