package io.kws.sdk.json;

import io.kws.sdk.errors.KwsException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is written of an error. */
final class ErrorFields {
    private ErrorFields() {}

    static Map<String, Object> of(KwsException error) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", error.getClass().getSimpleName());
        fields.put("message", String.valueOf(error.getMessage()));
        fields.put("reason", error.reason());
        fields.put("node", error.node());
        fields.put("attempt", error.attempt());
        fields.put("step", error.step());
        fields.put("scope", error.scope());
        fields.put("retryable", error.isRetryable());
        fields.put("outcomeUnknown", error.isOutcomeUnknown());
        fields.put("requestIds", error.requestIds());
        fields.put("receipt", error.receipt());
        return fields;
    }
}
