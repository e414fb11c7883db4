package io.kws.sdk.openstack.faults;

import io.kws.sdk.sandbox.Fault;
import io.kws.sdk.trace.Call;

/**
 * A kind of call that a use case makes.
 *
 * @param method the method
 * @param path a regular expression for the path
 */
record CallKind(String method, String path) {
    Fault fault() {
        return Fault.on(method, "^" + path + "$");
    }

    boolean is(Call call) {
        return call.method().equals(method) && call.path().split("\\?", -1)[0].matches(path);
    }

    /** Tells whether such an answer says that the thing to be deleted is gone. */
    boolean deletesNothing(String fault) {
        return method.equals("DELETE") && fault.startsWith("answer 404");
    }

    /** Tells whether such an answer says that the thing asked for is not there. */
    boolean findsNothing(String fault) {
        return method.equals("GET") && path.endsWith("[^/]+") && fault.startsWith("answer 404");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
