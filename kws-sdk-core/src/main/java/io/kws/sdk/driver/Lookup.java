package io.kws.sdk.driver;

import io.kws.sdk.errors.AmbiguousException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.internal.text.NearestName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Picks the one thing that a user means by a name or an ID. Immutable.
 *
 * @param kind what it is, such as {@code image}
 * @param id reads its ID
 * @param name reads its name
 * @param <T> the thing
 */
public record Lookup<T>(String kind, Function<T, String> id, Function<T, String> name) {
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}-?([0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}");

    /**
     * Tells whether a text has the form of the IDs that OpenStack gives.
     *
     * @param nameOrId the text
     * @return whether it may be an ID
     */
    public static boolean mayBeId(String nameOrId) {
        return UUID.matcher(nameOrId).matches();
    }

    /**
     * Returns what is meant: the one with that ID, else the one with that name.
     *
     * @param nameOrId a name or an ID
     * @param among all that may be meant
     * @return what is meant, or nothing
     * @throws AmbiguousException if several have the name
     */
    public Optional<T> find(String nameOrId, Collection<T> among) {
        Optional<T> byId =
                among.stream().filter(thing -> id.apply(thing).equals(nameOrId)).findFirst();
        if (byId.isPresent()) {
            return byId;
        }
        List<T> byName = among.stream()
                .filter(thing -> name.apply(thing).equals(nameOrId))
                .toList();
        if (byName.size() > 1) {
            throw new AmbiguousException(
                    "%d %ss are named \"%s\"".formatted(byName.size(), kind, nameOrId),
                    byName.stream().map(id).toList());
        }
        return byName.stream().findFirst();
    }

    /**
     * Returns what is meant, without reading all there is: the one with that ID, if the text may be one, else the one with
     * that name.
     *
     * @param nameOrId a name or an ID
     * @param byId reads the one with an ID
     * @param named reads those with a name
     * @return what is meant, or nothing
     * @throws AmbiguousException if several have the name
     */
    public Optional<T> find(String nameOrId, Function<String, Optional<T>> byId, Function<String, List<T>> named) {
        Optional<T> found = mayBeId(nameOrId) ? byId.apply(nameOrId) : Optional.empty();
        return found.or(() -> find(nameOrId, named.apply(nameOrId)));
    }

    /**
     * Returns what is meant.
     *
     * @param nameOrId a name or an ID
     * @param among all that may be meant
     * @return what is meant
     * @throws NotFoundException if there is none; suggests the nearest name
     * @throws AmbiguousException if several have the name
     */
    public T get(String nameOrId, Collection<T> among) {
        return find(nameOrId, among).orElseThrow(() -> missing(nameOrId, among));
    }

    /**
     * Returns the error that there is no such thing.
     *
     * @param nameOrId what was asked for
     * @param among what there is
     * @return the error, with the nearest name
     */
    public NotFoundException missing(String nameOrId, Collection<T> among) {
        return new NotFoundException("%s \"%s\" does not exist%s"
                .formatted(
                        kind,
                        nameOrId,
                        NearestName.hint(nameOrId, among.stream().map(name).toList())));
    }
}
