package io.kws.sdk.k8s.objects;

import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.Request;

/**
 * Selects objects of one kind. Immutable.
 *
 * @param api the kind
 * @param namespace the namespace; empty for all
 * @param labelSelector which labels they must have; empty for any
 * @param fieldSelector which values their fields must have; empty for any
 */
public record ObjectQuery(ApiResource api, String namespace, String labelSelector, String fieldSelector) {
    /**
     * Selects all objects of a kind.
     *
     * @param api the kind
     * @param namespace the namespace; empty for all
     * @return the query
     */
    public static ObjectQuery of(ApiResource api, String namespace) {
        return new ObjectQuery(api, namespace, "", "");
    }

    /**
     * Selects by labels only.
     *
     * @param selector the value of {@code labelSelector}
     * @return the narrower query
     */
    public ObjectQuery labelled(String selector) {
        return new ObjectQuery(api, namespace, selector, fieldSelector);
    }

    /**
     * Selects by fields only.
     *
     * @param selector the value of {@code fieldSelector}
     * @return the narrower query
     */
    public ObjectQuery where(String selector) {
        return new ObjectQuery(api, namespace, labelSelector, selector);
    }

    /**
     * Selects by name.
     *
     * @param name the name; empty for any
     * @return the narrower query
     */
    public ObjectQuery named(String name) {
        return name.isEmpty() ? this : where("metadata.name=" + name);
    }

    /** Returns the request for the list. */
    Request request() {
        Request list = Request.list(api, namespace);
        Request labelled = labelSelector.isEmpty() ? list : list.query("labelSelector", labelSelector);
        return fieldSelector.isEmpty() ? labelled : labelled.query("fieldSelector", fieldSelector);
    }
}
