/** What works over all nodes, on nodes that are made up. */
@NullMarked
package io.kws.sdk.fleet;

import org.jspecify.annotations.NullMarked;
