package io.kws.sdk.openstack.faults;

import io.kws.sdk.sandbox.Fault;
import io.kws.sdk.sandbox.Mishap;
import io.kws.sdk.trace.Call;
import io.kws.sdk.trace.CallListener;

/**
 * A kind of call that a use case makes.
 *
 * @param method the method
 * @param path a regular expression for the path
 */
record CallKind(String method, String path) {
    private static final String MADE_UP = "[0-9a-f-]{32,36}|kws-[a-z2-7]{12}";

    static CallKind of(io.kws.sdk.sandbox.Call call) {
        return new CallKind(call.method(), call.path().replaceAll(MADE_UP, "[^/]+"));
    }

    Fault fault() {
        return Fault.on(method, "^" + path + "$");
    }

    /** Returns a listener that does something after each such call. */
    CallListener afterwards(Runnable action) {
        return done -> {
            if (is(done)) {
                action.run();
            }
        };
    }

    private boolean is(Call call) {
        return call.method().equals(method) && call.path().split("\\?", -1)[0].matches(path);
    }

    boolean isLogin() {
        return path.startsWith("/identity/");
    }

    /** Tells whether such an answer says that the thing to be deleted is gone. */
    boolean deletesNothing(Mishap mishap) {
        return method.equals("DELETE") && mishap.isNotFound();
    }

    /** Tells whether such an answer says that the thing asked for is not there. */
    boolean findsNothing(Mishap mishap) {
        boolean asksForOne = method.equals("HEAD") || (method.equals("GET") && path.endsWith("[^/]+"));
        return asksForOne && mishap.isNotFound();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
