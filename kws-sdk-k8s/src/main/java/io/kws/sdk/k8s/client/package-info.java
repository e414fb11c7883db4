/**
 * Internal: The client, the only user of client-java and HTTP. Start at {@link io.kws.sdk.k8s.client.ClusterClient}.
 *
 * <p>client-java gives configuration, credentials and typed requests; requests are sent by an HTTP client of our own
 * and answers are read as JSON, because client-java's models refuse unknown fields. Its traps that are sealed off:
 * credentials that cannot be obtained become none, an unreadable key is only logged, and OkHttp may repeat a request
 * silently.
 */
@NullMarked
package io.kws.sdk.k8s.client;

import org.jspecify.annotations.NullMarked;
