/** What servers must do, on the sandbox and on a real OpenStack. */
@NullMarked
package io.kws.sdk.openstack.servers;

import org.jspecify.annotations.NullMarked;
