/**
 * Calls that JMH times, one class for each client, as each needs a class path of its own. Start at {@link
 * io.kws.sdk.benchmarks.jmh.KwsCalls}.
 */
@NullMarked
package io.kws.sdk.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
