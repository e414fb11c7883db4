package io.kws.sdk.k8s.objects;

import io.kws.sdk.k8s.client.Watch;
import java.util.List;
import java.util.Optional;

/** The objects of a list, kept known until this is closed. Thread-safe. */
public final class ObjectWatch implements AutoCloseable {
    private final Watch watch;

    ObjectWatch(Watch watch) {
        this.watch = watch;
    }

    /**
     * Returns the objects as they are now.
     *
     * @return the objects; empty until they have been read for the first time
     * @throws io.kws.sdk.errors.KwsException if they cannot be watched
     */
    public Optional<List<KubeObject>> current() {
        return watch.current()
                .map(objects -> objects.stream().map(KubeObject::new).toList());
    }

    @Override
    public void close() {
        watch.close();
    }
}
