package io.kws.sdk.json;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.Nodes;
import io.kws.sdk.apps.Apps;
import io.kws.sdk.apps.LogStream;
import io.kws.sdk.buckets.Buckets;
import io.kws.sdk.buckets.ObjectStream;
import io.kws.sdk.buckets.StoredObjects;
import io.kws.sdk.containers.Containers;
import io.kws.sdk.flavors.Flavors;
import io.kws.sdk.fleet.Fleet;
import io.kws.sdk.ides.Ides;
import io.kws.sdk.images.Images;
import io.kws.sdk.keypairs.Keypairs;
import io.kws.sdk.limits.Limits;
import io.kws.sdk.networks.Networks;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.rentals.Rentals;
import io.kws.sdk.servers.Servers;
import io.kws.sdk.sweeps.SweepSchedule;
import io.kws.sdk.sweeps.SweepScheduler;
import io.kws.sdk.sweeps.Sweeps;
import io.kws.sdk.volumes.Volumes;
import io.kws.sdk.watching.RentalWatch;
import io.kws.sdk.watching.RentalWatches;
import io.kws.sdk.watching.WatchSpec;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the types that users get: from the methods of {@link Kws} on, and through listeners. */
final class ResultTypes {
    /** Return results, and are none. */
    private static final Set<Class<?>> SERVICES = Set.of(
            Kws.class,
            Node.class,
            Nodes.class,
            Apps.class,
            LogStream.class,
            Buckets.class,
            ObjectStream.class,
            StoredObjects.class,
            Containers.class,
            Flavors.class,
            Fleet.class,
            Ides.class,
            Images.class,
            Keypairs.class,
            Limits.class,
            Networks.class,
            Operation.class,
            Rentals.class,
            Servers.class,
            SweepScheduler.class,
            Sweeps.class,
            Volumes.class,
            RentalWatch.class,
            RentalWatches.class);

    /** Come from the user. */
    private static final Set<Class<?>> SETTINGS = Set.of(SweepSchedule.class, WatchSpec.class);

    private final Set<Class<?>> reached = new TreeSet<>(Comparator.comparing(Class::getName));

    private ResultTypes() {}

    static Set<Class<?>> all() {
        ResultTypes types = new ResultTypes();
        types.reach(Kws.class);
        listeners().flatMap(ResultTypes::methods).forEach(method -> types.reachAll(method.getGenericParameterTypes()));
        types.reached.removeIf(type -> SERVICES.contains(type) || type.isEnum() || type.isSealed());
        return types.reached;
    }

    private static Stream<Class<?>> listeners() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.kws.sdk").stream()
                        .filter(type -> type.getSimpleName().endsWith("Listener") && type.isInterface())
                        .<Class<?>>map(type -> type.reflect())
                        .filter(ResultTypes::isOfApi);
    }

    private static Stream<Method> methods(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> isOfApi(method.getDeclaringClass()) && !Modifier.isStatic(method.getModifiers()));
    }

    private void reachAll(Type... types) {
        Arrays.stream(types).forEach(this::reach);
    }

    private void reach(Type type) {
        if (type instanceof ParameterizedType generic) {
            reach(generic.getRawType());
            reachAll(generic.getActualTypeArguments());
        }
        if (type instanceof Class<?> found && isOfApi(found) && !SETTINGS.contains(found) && reached.add(found)) {
            methods(found).forEach(method -> reach(method.getGenericReturnType()));
            if (found.isSealed()) {
                reachAll(found.getPermittedSubclasses());
            }
        }
    }

    private static boolean isOfApi(Class<?> type) {
        String name = type.getPackageName() + ".";
        return Modifier.isPublic(type.getModifiers())
                && name.startsWith("io.kws.sdk.")
                && !name.contains(".driver.")
                && !name.contains(".internal.");
    }
}
