/**
 * Internal: Reads and follows the logs of apps. Start at {@link io.kws.sdk.k8s.logs.Logs}.
 */
@NullMarked
package io.kws.sdk.k8s.logs;

import org.jspecify.annotations.NullMarked;
