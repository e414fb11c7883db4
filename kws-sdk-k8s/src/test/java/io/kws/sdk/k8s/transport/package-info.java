/** What the gate must do. */
@NullMarked
package io.kws.sdk.k8s.transport;

import org.jspecify.annotations.NullMarked;
