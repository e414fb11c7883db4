/** Internal: Quotas of a project. */
@NullMarked
package io.kws.sdk.openstack.limits;

import org.jspecify.annotations.NullMarked;
