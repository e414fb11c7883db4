package io.kws.sdk.sandbox;

/**
 * A request a node received. Immutable.
 *
 * @param method the HTTP method
 * @param path the path, encoded, without the query
 * @param query the query without the question mark, empty if there was none
 * @param status the HTTP status answered; 0 if there was no answer
 * @param requestId the request ID, as in the answer's header
 * @param connection tells the client's connections apart: its port
 */
public record Call(String method, String path, String query, int status, String requestId, int connection) {}
