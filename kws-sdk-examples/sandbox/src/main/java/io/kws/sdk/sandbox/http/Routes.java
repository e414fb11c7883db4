package io.kws.sdk.sandbox.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which handler a path leads to. Earlier routes win over later ones. */
public final class Routes {
    private final List<Route> routes = new ArrayList<>();
    private @Nullable Handler rest;

    /**
     * Adds a route whose handler runs alone on the node.
     *
     * @param method the HTTP method
     * @param template the path; a segment in braces stands for any text
     * @param handler what to do
     * @return this
     */
    public Routes on(String method, String template, Handler handler) {
        routes.add(new Route(method, segments(template), handler, false));
        return this;
    }

    /**
     * Adds a route whose handler reads or writes much, and takes the node's lock itself.
     *
     * @param method the HTTP method
     * @param template the path; a segment in braces stands for any text
     * @param handler what to do
     * @return this
     */
    public Routes streaming(String method, String template, Handler handler) {
        routes.add(new Route(method, segments(template), handler, true));
        return this;
    }

    /**
     * Sets what answers everything that no route leads to. It takes the node's lock itself.
     *
     * @param handler what to do
     */
    public void rest(Handler handler) {
        rest = handler;
    }

    Optional<Match> find(String method, List<String> path) {
        for (Route route : routes) {
            Map<String, String> variables = route.method().equals(method) ? variables(route, path) : null;
            if (variables != null) {
                return Optional.of(new Match(route.handler(), variables, route.streaming()));
            }
        }
        return Optional.ofNullable(rest).map(handler -> new Match(handler, Map.of(), true));
    }

    boolean knows(List<String> path) {
        return routes.stream().anyMatch(route -> variables(route, path) != null);
    }

    private static @Nullable Map<String, String> variables(Route route, List<String> path) {
        if (route.segments().size() != path.size()) {
            return null;
        }
        Map<String, String> found = new LinkedHashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String wanted = route.segments().get(i);
            if (wanted.startsWith("{")) {
                found.put(wanted.substring(1, wanted.length() - 1), path.get(i));
            } else if (!wanted.equals(path.get(i))) {
                return null;
            }
        }
        return found;
    }

    static List<String> segments(String path) {
        List<String> parts = new ArrayList<>(List.of(path.split("/", -1)));
        parts.removeIf(String::isEmpty);
        return List.copyOf(parts);
    }

    record Match(Handler handler, Map<String, String> variables, boolean streaming) {}

    private record Route(String method, List<String> segments, Handler handler, boolean streaming) {}
}
