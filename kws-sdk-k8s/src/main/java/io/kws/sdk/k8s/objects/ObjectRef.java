package io.kws.sdk.k8s.objects;

/**
 * Names an object, which need not exist. Immutable.
 *
 * @param kind its kind
 * @param namespace its namespace; empty for one of the whole cluster
 * @param name its name
 */
public record ObjectRef(ManagedKind kind, String namespace, String name) {
    /**
     * Returns the reference to an object.
     *
     * @param kind its kind
     * @param object the object
     * @return the reference
     */
    public static ObjectRef to(ManagedKind kind, KubeObject object) {
        return new ObjectRef(kind, object.namespace(), object.name());
    }

    /**
     * Returns the reference that an ID stands for.
     *
     * @param kind the object's kind
     * @param id the object's namespace, a slash and its name
     * @return the reference
     */
    public static ObjectRef parse(ManagedKind kind, String id) {
        int slash = id.indexOf('/');
        return new ObjectRef(kind, slash < 0 ? "" : id.substring(0, slash), id.substring(slash + 1));
    }

    /**
     * Returns the reference to a namespace.
     *
     * @param name its name
     * @return the reference
     */
    public static ObjectRef toNamespace(String name) {
        return new ObjectRef(ManagedKind.NAMESPACE, "", name);
    }

    /** {@return the namespace, a slash and the name; only the name for an object of the whole cluster} */
    public String id() {
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }
}
