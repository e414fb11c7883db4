/** API: Results as JSON, through Jackson. Start at {@link io.kws.sdk.json.KwsModule}. */
@NullMarked
package io.kws.sdk.json;

import org.jspecify.annotations.NullMarked;
