/** API: Quotas of a project and their usage. Start at {@link io.kws.sdk.limits.Limits}. */
@NullMarked
package io.kws.sdk.limits;

import org.jspecify.annotations.NullMarked;
