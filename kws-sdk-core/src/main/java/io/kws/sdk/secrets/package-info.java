/** API. Passwords and keys that never print themselves. */
@NullMarked
package io.kws.sdk.secrets;

import org.jspecify.annotations.NullMarked;
