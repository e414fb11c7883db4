package io.kws.sdk.k8s.faults;

import io.kws.sdk.Node;
import io.kws.sdk.sandbox.Call;
import io.kws.sdk.sandbox.Fault;
import io.kws.sdk.sandbox.Mishap;
import java.util.List;
import java.util.function.Consumer;

/**
 * A kind of call that a use case makes.
 *
 * @param method the method
 * @param path a regular expression for the path
 */
record CallKind(String method, String path) {
    private static final String MADE_UP = Bench.NAME + "-[a-z0-9]+";

    private static CallKind of(Call call) {
        return new CallKind(call.method(), call.path().replaceAll(MADE_UP, MADE_UP));
    }

    /** Finds out which kinds of calls a use case makes after another. */
    static List<CallKind> of(Consumer<Node> before, Consumer<Node> useCase) {
        try (Bench bench = new Bench()) {
            before.accept(bench.clean);
            bench.cluster.clearCalls();
            useCase.accept(bench.clean);
            return bench.cluster.calls().stream().map(CallKind::of).distinct().toList();
        }
    }

    Fault fault() {
        return Fault.on(method, "^" + path + "$");
    }

    /** Tells whether such an answer says that the one thing asked for, or to be deleted, is not there. */
    boolean saysGone(Mishap mishap) {
        boolean isOfOne =
                method.equals("DELETE") || (method.equals("GET") && path.matches(".*/" + Bench.NAME + "[^/]*"));
        return isOfOne && mishap.isNotFound();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
