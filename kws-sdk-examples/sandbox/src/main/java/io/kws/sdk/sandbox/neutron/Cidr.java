package io.kws.sdk.sandbox.neutron;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A range of IPv4 addresses. */
record Cidr(long first, int bits) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3})/(\\d{1,2})");

    static Optional<Cidr> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || Integer.parseInt(form.group(2)) > 32) {
            return Optional.empty();
        }
        int bits = Integer.parseInt(form.group(2));
        return Optional.of(new Cidr(number(form.group(1)) & mask(bits), bits));
    }

    long last() {
        return first + (1L << (32 - bits)) - 1;
    }

    boolean contains(long address) {
        return address >= first && address <= last();
    }

    boolean overlaps(Cidr other) {
        return contains(other.first) || other.contains(first);
    }

    static long number(String address) {
        long number = 0;
        for (String part : address.split("\\.", -1)) {
            number = number * 256 + Integer.parseInt(part);
        }
        return number;
    }

    static String text(long address) {
        return (address >> 24) + "." + ((address >> 16) & 255) + "." + ((address >> 8) & 255) + "." + (address & 255);
    }

    @Override
    public String toString() {
        return text(first) + "/" + bits;
    }

    private static long mask(int bits) {
        return bits == 0 ? 0 : (0xffffffffL << (32 - bits)) & 0xffffffffL;
    }
}
