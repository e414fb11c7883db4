package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.guest.Registry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables of a container, and the words of its command with them.
 *
 * @param store where secrets and configurations are
 * @param pod the container's Pod
 */
record Variables(Store store, JsonNode pod) {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\$|\\$\\(([^)]+)\\)");

    /** What is missing, as the kubelet says it. */
    static final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1;

        Missing(String message) {
            super(message, null, false, false);
        }
    }

    /** Collects the variables; a {@link Missing} says which of their sources is not there. */
    Map<String, String> of(JsonNode container) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("PATH", "/bin");
        all.put("HOSTNAME", Meta.name(pod));
        Registry.webVersion(container.path("image").asText()).ifPresent(version -> all.put("VERSION", version));
        for (JsonNode source : container.path("envFrom")) {
            String prefix = source.path("prefix").asText("");
            if (source.has("secretRef")) {
                texts(Kind.SECRETS, source.path("secretRef")).forEach((key, value) -> all.put(prefix + key, value));
            } else if (source.has("configMapRef")) {
                texts(Kind.CONFIG_MAPS, source.path("configMapRef"))
                        .forEach((key, value) -> all.put(prefix + key, value));
            }
        }
        for (JsonNode variable : container.path("env")) {
            value(variable, all)
                    .ifPresent(value -> all.put(variable.path("name").asText(), value));
        }
        return all;
    }

    private Optional<String> value(JsonNode variable, Map<String, String> others) {
        JsonNode from = variable.path("valueFrom");
        if (from.has("secretKeyRef")) {
            return key(Kind.SECRETS, from.path("secretKeyRef"));
        }
        if (from.has("configMapKeyRef")) {
            return key(Kind.CONFIG_MAPS, from.path("configMapKeyRef"));
        }
        if (from.has("fieldRef")) {
            String pointer = "/" + from.at("/fieldRef/fieldPath").asText().replace('.', '/');
            return Optional.of(pod.at(pointer).asText(""));
        }
        return Optional.of(expand(variable.path("value").asText(""), others));
    }

    private Optional<String> key(Kind kind, JsonNode reference) {
        String key = reference.path("key").asText();
        Map<String, String> texts = texts(kind, reference);
        boolean isNeeded = !reference.path("optional").asBoolean();
        if (!texts.containsKey(key) && isNeeded) {
            throw new Missing("couldn't find key %s in %s %s/%s"
                    .formatted(
                            key,
                            kind.word(),
                            Meta.namespace(pod),
                            reference.path("name").asText()));
        }
        return Optional.ofNullable(texts.get(key));
    }

    private Map<String, String> texts(Kind kind, JsonNode reference) {
        String name = reference.path("name").asText();
        Optional<ObjectNode> found = store.find(kind, Meta.namespace(pod), name);
        if (found.isEmpty() && !reference.path("optional").asBoolean()) {
            throw new Missing("%s \"%s\" not found".formatted(kind == Kind.SECRETS ? "secret" : "configmap", name));
        }
        Map<String, String> texts =
                found.map(object -> Meta.texts(object.path("data"))).orElseGet(Map::of);
        if (kind == Kind.SECRETS) {
            texts.replaceAll((key, value) -> new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8));
        }
        return texts;
    }

    /** Puts variables in the place of {@code $(NAME)}, and one dollar in that of two. */
    static String expand(String text, Map<String, String> variables) {
        return REFERENCE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) == null ? "$" : variables.getOrDefault(found.group(1), found.group())));
    }

    /** The words of the command; none for that of the image. */
    static List<String> words(JsonNode container, Map<String, String> variables) {
        List<String> words = new ArrayList<>();
        for (String part : List.of("command", "args")) {
            container.path(part).forEach(word -> words.add(expand(word.asText(), variables)));
        }
        return words;
    }
}
