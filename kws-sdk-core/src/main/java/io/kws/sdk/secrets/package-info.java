/** API: Passwords and keys that never appear in logs. Start at {@link io.kws.sdk.secrets.Secret}. */
@NullMarked
package io.kws.sdk.secrets;

import org.jspecify.annotations.NullMarked;
