/** What the client must do. */
@NullMarked
package io.kws.sdk.k8s.client;

import org.jspecify.annotations.NullMarked;
