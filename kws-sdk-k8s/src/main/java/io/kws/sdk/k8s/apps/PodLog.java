package io.kws.sdk.k8s.apps;

import io.kws.sdk.k8s.transport.Gate;
import io.kws.sdk.k8s.transport.Lines;
import io.kws.sdk.k8s.transport.Request;

/**
 * The log of one Pod, to be followed.
 *
 * @param gate where
 * @param pod the Pod's name
 * @param request asks for its log
 */
record PodLog(Gate gate, String pod, Request request) {
    Lines open() {
        return gate.follow(request);
    }
}
