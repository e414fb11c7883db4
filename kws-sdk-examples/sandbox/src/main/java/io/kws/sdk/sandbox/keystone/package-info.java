/**
 * Identity v3: users, tokens, the catalogue and application credentials.
 * Start at {@link io.kws.sdk.sandbox.keystone.Keystone}.
 */
@NullMarked
package io.kws.sdk.sandbox.keystone;

import org.jspecify.annotations.NullMarked;
