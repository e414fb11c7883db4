package io.kws.sdk.json;

import io.kws.sdk.errors.KwsException;
import io.kws.sdk.keypairs.PrivateKey;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.secrets.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Turns results into maps, lists, text and numbers, which any mapper can write. */
final class PlainForm {
    private static final String MASK = "***";
    private static final Set<Class<?>> MASKED = Set.of(Secret.class, PrivateKey.class);
    private static final Set<Class<?>> TEXT = Set.of(Instant.class, Duration.class, URI.class, RentalId.class);

    private PlainForm() {}

    static boolean isOf(Class<?> type) {
        return MASKED.contains(type)
                || type == RentalId.class
                || KwsException.class.isAssignableFrom(type)
                || Accessors.areKnown(type);
    }

    static Object of(Object value) {
        if (MASKED.contains(value.getClass())) {
            return MASK;
        }
        if (TEXT.contains(value.getClass()) || value instanceof Path) {
            return value.toString();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Collection<?> values) {
            return values.stream().map(PlainForm::of).toList();
        }
        if (value instanceof Map<?, ?> values) {
            return of(values);
        }
        if (value instanceof KwsException error) {
            return of(ErrorFields.of(error));
        }
        return Accessors.areKnown(value.getClass()) ? of(Accessors.read(value)) : value;
    }

    private static Map<String, Object> of(Map<?, ?> values) {
        Map<String, Object> plain = new LinkedHashMap<>();
        values.forEach((key, value) ->
                present(value).ifPresent(known -> plain.put(String.valueOf(of(key)), of(known))));
        return plain;
    }

    private static Optional<?> present(Object value) {
        if (value instanceof OptionalInt number) {
            return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
        }
        if (value instanceof OptionalLong number) {
            return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
        }
        if (value instanceof OptionalDouble number) {
            return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
        }
        return value instanceof Optional<?> optional ? optional : Optional.of(value);
    }
}
