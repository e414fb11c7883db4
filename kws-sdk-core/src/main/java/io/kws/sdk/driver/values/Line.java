package io.kws.sdk.driver.values;

import io.kws.sdk.rentals.Rental;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Describes a value in one line, such as {@code server web-1 (5f0c) on kws1: ACTIVE, at 172.24.4.17}. */
final class Line {
    private final String head;
    private final List<String> parts = new ArrayList<>();

    private Line(String head) {
        this.head = head;
    }

    static Line of(String kind, String name) {
        return new Line(kind + " " + name);
    }

    static Line of(String kind, String name, String id) {
        String known = name.isEmpty() ? id : name;
        return new Line(kind + " " + known + (known.equals(id) ? "" : " (" + id + ")"));
    }

    static Line of(String kind, String name, String id, String node) {
        return new Line(of(kind, name, id) + " on " + node);
    }

    Line add(Object part) {
        String text =
                part instanceof Optional<?> optional ? optional.map(Line::text).orElse("") : text(part);
        if (!text.isEmpty()) {
            parts.add(text);
        }
        return this;
    }

    Line add(String label, Object part) {
        String text =
                part instanceof Optional<?> optional ? optional.map(Line::text).orElse("") : text(part);
        return text.isEmpty() ? this : add(label + " " + text);
    }

    private static String text(Object part) {
        if (part instanceof Rental rental) {
            String owner = rental.owner().isEmpty() ? "rented" : "rented by " + rental.owner();
            return owner + rental.end().map(end -> " until " + end).orElse("");
        }
        return part.toString();
    }

    @Override
    public String toString() {
        return parts.isEmpty() ? head : head + ": " + String.join(", ", parts);
    }
}
