@NullMarked
package io.kws.sdk.openstack.buckets;

import org.jspecify.annotations.NullMarked;
