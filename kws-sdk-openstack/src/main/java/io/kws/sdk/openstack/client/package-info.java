/**
 * Internal: The client, the only user of openstack4j and HTTP. Start at {@link
 * io.kws.sdk.openstack.client.OpenStackClient}.
 *
 * <p>What plain openstack4j 3.12 does wrong is sealed off here; {@code Openstack4jTrapsTest} shows each fault. A
 * client holds no routing: its services read a thread-local session that nothing clears, so calls go to the cloud that
 * was logged in to last, and on another thread nowhere. Deletes and actions report success on 413, 429 and most 5xx; a
 * create on a 404 returns null, a list is empty. A service that the catalog lacks is replaced by Keystone. Lists are
 * one page. Renewing a token is not single-flight. Object names are not encoded. The first HTTP connector on the class
 * path wins, so a foreign one is refused.
 *
 * <p>openstack4j is used for its typed requests, where one call does the job (create, delete, actions, console log),
 * and lent out whole by {@code unwrap}. Lists, paging, bulk, microversions and encoding are REST. Answers are read as
 * JSON: openstack4j's models fix states and formats that newer services extend.
 *
 * <p>Transfers take no slot among the node's calls, as they may last for hours. An upload that breaks off, or is
 * shorter than announced, never reaches the service as complete. A cancel ends an upload at once while its content is
 * silent; otherwise it sends nothing more and waits for the answer, so that the state of the service is known and can
 * be undone.
 */
@NullMarked
package io.kws.sdk.openstack.client;

import org.jspecify.annotations.NullMarked;
