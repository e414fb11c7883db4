/** The driver's side of {@code io.kws.sdk.plans}; internal. */
@NullMarked
package io.kws.sdk.openstack.plans;

import org.jspecify.annotations.NullMarked;
