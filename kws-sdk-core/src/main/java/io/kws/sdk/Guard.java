package io.kws.sdk;

import io.kws.sdk.buckets.StoredObjects;
import io.kws.sdk.driver.steps.Threads;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Checks each call to a node's service: arguments must not be null, and the SDK must be open. Drivers need not repeat these
 * checks in each method.
 */
final class Guard implements InvocationHandler {
    private final Object service;
    private final Threads threads;

    private Guard(Object service, Threads threads) {
        this.service = service;
        this.threads = threads;
    }

    static <C> C before(Class<C> type, C service, Threads threads) {
        Object guarded =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new Guard(service, threads));
        return type.cast(guarded);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getDeclaringClass() != Object.class) {
            threads.requireOpen();
            requireAll(method, arguments);
        }
        try {
            Object result = method.invoke(service, arguments);
            return result instanceof StoredObjects objects ? before(StoredObjects.class, objects, threads) : result;
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static void requireAll(Method method, @Nullable Object @Nullable [] arguments) {
        Parameter[] parameters = method.getParameters();
        for (int i = 0; arguments != null && i < arguments.length; i++) {
            if (arguments[i] == null) {
                throw new NullPointerException("%s.%s: %s must not be null"
                        .formatted(
                                method.getDeclaringClass().getSimpleName(), method.getName(), parameters[i].getName()));
            }
        }
    }
}
