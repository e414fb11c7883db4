/**
 * For drivers. Builds the values that the SDK returns; also for tests of programs that use the SDK, as in
 * {@code FlavorValue.builder().id("1").name("m1.small").vcpus(1).ramMib(2048).diskGib(20).build()}. Programs otherwise use
 * the interfaces only, such as {@link io.kws.sdk.flavors.Flavor}. A builder fails with an {@link IllegalStateException} that
 * names the required values not set. Values are immutable; their builders are not safe for use by many threads.
 */
@NullMarked
package io.kws.sdk.driver.values;

import org.jspecify.annotations.NullMarked;
