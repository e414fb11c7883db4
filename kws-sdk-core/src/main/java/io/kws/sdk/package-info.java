/**
 * The front door of kws-sdk: a registry of named nodes and what each can do. Start at {@link io.kws.sdk.Kws}.
 */
@NullMarked
package io.kws.sdk;

import org.jspecify.annotations.NullMarked;
