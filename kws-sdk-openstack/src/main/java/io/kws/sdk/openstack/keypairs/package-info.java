/**
 * Internal. Implements {@code io.kws.sdk.keypairs} with Nova, and generates SSH keys. Start at {@link
 * io.kws.sdk.openstack.keypairs.NovaKeypairs}.
 */
@NullMarked
package io.kws.sdk.openstack.keypairs;

import org.jspecify.annotations.NullMarked;
