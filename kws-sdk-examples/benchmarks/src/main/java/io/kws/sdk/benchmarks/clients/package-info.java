/**
 * The clients that are compared, each run in a process of its own with the class path that a user of it gets. Start at {@link
 * io.kws.sdk.benchmarks.clients.Client}.
 */
@NullMarked
package io.kws.sdk.benchmarks.clients;

import org.jspecify.annotations.NullMarked;
