package io.kws.sdk.sandbox.kubernetes;

import java.util.List;
import java.util.Optional;

/**
 * What a path leads to.
 *
 * @param kind the kind of objects
 * @param namespace their namespace; empty for all of them, and for those of the whole cluster
 * @param name the one object; empty for all of the kind
 * @param part the part of the object, such as {@code status}; empty for the whole
 */
record Target(Kind kind, String namespace, String name, String part) {
    /** Reads the segments of a path; empty if it leads to no objects. */
    static Optional<Target> of(List<String> path) {
        boolean isCore = path.size() > 2 && path.get(0).equals("api");
        boolean isGrouped = path.size() > 3 && path.get(0).equals("apis");
        if (!isCore && !isGrouped) {
            return Optional.empty();
        }
        String group = isCore ? "" : path.get(1);
        if (!path.get(isCore ? 1 : 2).equals(Kind.VERSION)) {
            return Optional.empty();
        }
        List<String> rest = path.subList(isCore ? 2 : 3, path.size());
        boolean isScoped = rest.size() > 2
                && rest.get(0).equals("namespaces")
                && Kind.of(group, rest.get(2)).filter(Kind::isNamespaced).isPresent();
        return isScoped ? of(group, rest.get(1), rest.subList(2, rest.size())) : of(group, "", rest);
    }

    private static Optional<Target> of(String group, String namespace, List<String> rest) {
        String name = rest.size() > 1 ? rest.get(1) : "";
        String part = rest.size() > 2 ? rest.get(2) : "";
        return Kind.of(group, rest.get(0))
                .filter(kind -> rest.size() < 4)
                .filter(kind -> name.isEmpty() || kind.isNamespaced() != namespace.isEmpty())
                .map(kind -> new Target(kind, namespace, name, part));
    }

    boolean isCollection() {
        return name.isEmpty();
    }
}
