package io.kws.sdk.k8s.objects;

import io.kws.sdk.driver.steps.Resource;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * An object that a use case creates, and finds again by its name and the labels that it was created with.
 *
 * @param objects the cluster's objects
 * @param ref names the object
 * @param isOurs whether an object of that name was created by this use case
 * @param model what to create, as one of client-java's models; supplied, as it may hold secrets that a record would print
 */
public record ObjectResource(ObjectClient objects, ObjectRef ref, Predicate<KubeObject> isOurs, Supplier<?> model)
        implements RemovableObject, Resource<KubeObject> {
    @Override
    public KubeObject create() {
        return objects.create(ref.kind().api(), ref.namespace(), model.get());
    }

    @Override
    public Optional<KubeObject> find() {
        return objects.find(ref).filter(isOurs);
    }

    @Override
    public void delete(KubeObject created) {
        new ObjectRemoval(objects, ref).delete(created);
    }
}
