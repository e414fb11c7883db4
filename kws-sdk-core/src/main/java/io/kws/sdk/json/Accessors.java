package io.kws.sdk.json;

import io.kws.sdk.apps.App;
import io.kws.sdk.buckets.Bucket;
import io.kws.sdk.buckets.StoredObject;
import io.kws.sdk.containers.Container;
import io.kws.sdk.flavors.Flavor;
import io.kws.sdk.health.NodeHealth;
import io.kws.sdk.health.ServiceHealth;
import io.kws.sdk.ides.Ide;
import io.kws.sdk.ides.Workspace;
import io.kws.sdk.images.Image;
import io.kws.sdk.keypairs.Keypair;
import io.kws.sdk.limits.Limit;
import io.kws.sdk.networks.Network;
import io.kws.sdk.rentals.RentedThing;
import io.kws.sdk.servers.Address;
import io.kws.sdk.servers.Server;
import io.kws.sdk.volumes.Volume;
import io.kws.sdk.volumes.VolumeAttachment;
import io.kws.sdk.volumes.VolumeSnapshot;
import io.kws.sdk.watching.RentalEvent;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads results through the accessors of the API, whatever class implements it. */
final class Accessors {
    private static final List<Class<?>> INTERFACES = List.of(
            Address.class,
            App.class,
            Bucket.class,
            Container.class,
            Flavor.class,
            Ide.class,
            Image.class,
            Keypair.class,
            Limit.class,
            Network.class,
            NodeHealth.class,
            RentedThing.class,
            Server.class,
            ServiceHealth.class,
            StoredObject.class,
            Volume.class,
            VolumeAttachment.class,
            VolumeSnapshot.class,
            Workspace.class);

    private Accessors() {}

    static boolean areKnown(Class<?> type) {
        return isRecordOfApi(type) || interfaceOf(type).isPresent();
    }

    static Map<String, Object> read(Object result) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (result instanceof RentalEvent) {
            values.put("type", result.getClass().getSimpleName());
        }
        of(result.getClass()).forEach(accessor -> values.put(name(accessor), call(accessor, result)));
        return values;
    }

    private static Stream<Method> of(Class<?> type) {
        return isRecordOfApi(type)
                ? Arrays.stream(type.getRecordComponents()).map(RecordComponent::getAccessor)
                : Arrays.stream(interfaceOf(type).orElseThrow().getMethods())
                        .filter(method -> Modifier.isAbstract(method.getModifiers()) && method.getParameterCount() == 0)
                        .sorted(Comparator.comparing(Method::getName));
    }

    private static boolean isRecordOfApi(Class<?> type) {
        String name = type.getPackageName() + ".";
        return type.isRecord()
                && Modifier.isPublic(type.getModifiers())
                && name.startsWith("io.kws.sdk.")
                && !name.contains(".internal.")
                && !name.contains(".driver.")
                && interfaceOf(type).isEmpty();
    }

    private static Optional<Class<?>> interfaceOf(Class<?> type) {
        return INTERFACES.stream().filter(known -> known.isAssignableFrom(type)).findFirst();
    }

    private static String name(Method accessor) {
        String name = accessor.getName();
        return name.matches("is[A-Z].*") ? Character.toLowerCase(name.charAt(2)) + name.substring(3) : name;
    }

    private static Object call(Method accessor, Object result) {
        try {
            return accessor.invoke(result);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot read " + accessor.getName() + "() of " + result.getClass(), e);
        }
    }
}
