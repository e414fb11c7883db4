package io.kws.sdk.k8s.objects;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.custom.QuantityFormatException;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads amounts of CPU, memory and storage, such as {@code 500m} and {@code 2Gi} (apimachinery, "Quantity"). */
public final class Amounts {
    private Amounts() {}

    /**
     * Reads an amount.
     *
     * @param text the amount as the API writes it
     * @return its value, in cores or bytes; empty if there is none or it cannot be read
     */
    public static Optional<BigDecimal> read(JsonNode text) {
        try {
            return text.isValueNode()
                    ? Optional.of(Quantity.fromString(text.asText()).getNumber())
                    : Optional.empty();
        } catch (QuantityFormatException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
