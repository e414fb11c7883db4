package io.kws.sdk.openstack.client;

import org.openstack4j.core.transport.HttpExecutorService;
import org.openstack4j.core.transport.HttpRequest;
import org.openstack4j.core.transport.HttpResponse;

/** A connector that is not ours. */
public final class ForeignConnector implements HttpExecutorService {
    @Override
    public <R> HttpResponse execute(HttpRequest<R> request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String getExecutorDisplayName() {
        return "foreign";
    }
}
