/**
 * What the services of one node share: its clock, its identifiers, its limits and its lock.
 * Start at {@link io.kws.sdk.sandbox.site.Site}.
 */
@NullMarked
package io.kws.sdk.sandbox.site;

import org.jspecify.annotations.NullMarked;
