/** Internal: Checks of quotas and resources before a use case. */
@NullMarked
package io.kws.sdk.openstack.plans;

import org.jspecify.annotations.NullMarked;
