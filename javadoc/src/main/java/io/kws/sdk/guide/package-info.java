/** Renders the user's guide, a folder of Markdown files, into the API site. Start at {@link io.kws.sdk.guide.GuideSite}. */
@NullMarked
package io.kws.sdk.guide;

import org.jspecify.annotations.NullMarked;
