package io.kws.sdk.k8s.workloads;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kws.sdk.driver.http.Json;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.secrets.Secret;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** Reads and writes the secret variables of a Secret (v1 Secret, "data"), which are Base64. */
public final class SecretValues {
    private SecretValues() {}

    /**
     * Reads the variables of a Secret.
     *
     * @param secret the Secret
     * @return names and encoded values
     */
    public static Map<String, String> of(KubeObject secret) {
        return Json.texts(secret.json().path("data"));
    }

    /**
     * Encodes variables.
     *
     * @param variables names and values
     * @return names and encoded values
     */
    public static Map<String, String> encoded(Map<String, Secret> variables) {
        Map<String, String> encoded = new TreeMap<>();
        bytes(variables)
                .forEach((name, value) -> encoded.put(name, Base64.getEncoder().encodeToString(value)));
        return encoded;
    }

    /** Returns variables as client-java's models take them. */
    static Map<String, byte[]> bytes(Map<String, Secret> variables) {
        Map<String, byte[]> bytes = new TreeMap<>();
        variables.forEach((name, value) -> bytes.put(name, value.reveal().getBytes(UTF_8)));
        return bytes;
    }

    /**
     * Decodes variables.
     *
     * @param encoded names and encoded values
     * @return names and values, as client-java's models take them
     */
    public static Map<String, byte[]> decoded(Map<String, String> encoded) {
        Map<String, byte[]> values = new TreeMap<>();
        encoded.forEach((name, value) -> values.put(name, Base64.getDecoder().decode(value)));
        return values;
    }
}
