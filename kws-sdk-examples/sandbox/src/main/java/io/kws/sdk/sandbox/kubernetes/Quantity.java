package io.kws.sdk.sandbox.kubernetes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An amount of something, as Kubernetes writes it.
 *
 * @param value the amount
 * @param isBinary whether it is written in powers of 1024
 */
record Quantity(BigDecimal value, boolean isBinary) {
    static final Quantity ZERO = new Quantity(BigDecimal.ZERO, false);

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal KIBI = BigDecimal.valueOf(1024);
    private static final Map<String, BigDecimal> UNITS = units();

    private static Map<String, BigDecimal> units() {
        Map<String, BigDecimal> units = new LinkedHashMap<>();
        String letters = "KMGTPE";
        for (int power = letters.length(); power >= 1; power--) {
            char letter = letters.charAt(power - 1);
            units.put(letter + "i", KIBI.pow(power));
            units.put(String.valueOf(letter == 'K' ? 'k' : letter), THOUSAND.pow(power));
        }
        units.put("m", BigDecimal.ONE.movePointLeft(3));
        units.put("u", BigDecimal.ONE.movePointLeft(6));
        units.put("n", BigDecimal.ONE.movePointLeft(9));
        return units;
    }

    static Quantity of(long value) {
        return new Quantity(BigDecimal.valueOf(value), false);
    }

    /** Reads an amount; empty if it is none. */
    static Optional<Quantity> parse(String text) {
        for (Map.Entry<String, BigDecimal> unit : UNITS.entrySet()) {
            if (text.endsWith(unit.getKey())) {
                return number(text.substring(0, text.length() - unit.getKey().length()))
                        .map(number -> new Quantity(
                                number.multiply(unit.getValue()), unit.getKey().endsWith("i")));
            }
        }
        return number(text).map(number -> new Quantity(number, false));
    }

    /** Reads an amount that has been checked before. */
    static Quantity read(String text) {
        return parse(text).orElse(ZERO);
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    Quantity plus(Quantity other) {
        return new Quantity(value.add(other.value), isBinary || other.isBinary);
    }

    Quantity minus(Quantity other) {
        return new Quantity(value.subtract(other.value), isBinary || other.isBinary);
    }

    boolean isMoreThan(Quantity other) {
        return value.compareTo(other.value) > 0;
    }

    /** Writes it without a fraction, in the largest unit that allows that. */
    @Override
    public String toString() {
        if (value.signum() == 0) {
            return "0";
        }
        if (value.remainder(BigDecimal.ONE).signum() != 0) {
            return value.movePointRight(3).setScale(0, RoundingMode.UP).toPlainString() + "m";
        }
        for (Map.Entry<String, BigDecimal> unit : UNITS.entrySet()) {
            boolean fits = unit.getKey().endsWith("i") == isBinary
                    && unit.getValue().compareTo(BigDecimal.ONE) > 0
                    && value.remainder(unit.getValue()).signum() == 0;
            if (fits) {
                return value.divide(unit.getValue(), RoundingMode.UNNECESSARY).toPlainString() + unit.getKey();
            }
        }
        return value.setScale(0, RoundingMode.UNNECESSARY).toPlainString();
    }
}
