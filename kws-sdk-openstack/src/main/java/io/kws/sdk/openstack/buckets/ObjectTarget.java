package io.kws.sdk.openstack.buckets;

import io.kws.sdk.openstack.client.Request;

/**
 * The place where an object is stored.
 *
 * @param container the container
 * @param name the name in it
 * @param put the request that stores it
 * @param state tracks whether it is stored, and tells whether that may be undone
 */
record ObjectTarget(String container, String name, Request put, UploadState state) {}
