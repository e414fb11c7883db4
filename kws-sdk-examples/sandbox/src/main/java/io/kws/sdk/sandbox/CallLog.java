package io.kws.sdk.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest calls a node received. Thread-safe. */
final class CallLog {
    private static final int MOST = 1_000_000;

    private final Deque<Call> calls = new ArrayDeque<>();

    synchronized void add(Call call) {
        if (calls.size() == MOST) {
            calls.removeFirst();
        }
        calls.addLast(call);
    }

    synchronized List<Call> all() {
        return List.copyOf(calls);
    }

    synchronized void clear() {
        calls.clear();
    }

    int logins() {
        return (int) all().stream()
                .filter(call -> call.method().equals("POST")
                        && call.path().equals("/identity/v3/auth/tokens")
                        && call.status() == 201)
                .count();
    }

    int connections() {
        return (int) all().stream().mapToInt(Call::connection).distinct().count();
    }
}
