/** Internal: Wording shared by messages. */
@NullMarked
package io.kws.sdk.internal.text;

import org.jspecify.annotations.NullMarked;
