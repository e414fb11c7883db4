package io.kws.sdk.config;

import io.kws.sdk.errors.ConfigurationException;
import io.kws.sdk.internal.text.NearestName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The part of a kubeconfig file that a configuration is checked against: the contexts' names. */
record Kubeconfig(Path file, List<String> contexts, String currentContext) {
    static Kubeconfig read(Path file) {
        Map<String, Object> content = YamlFile.read(file);
        List<?> contexts = content.get("contexts") instanceof List<?> list ? list : List.of();
        List<String> names = contexts.stream()
                .filter(Map.class::isInstance)
                .map(context -> String.valueOf(((Map<?, ?>) context).get("name")))
                .toList();
        return new Kubeconfig(file, names, String.valueOf(content.getOrDefault("current-context", "")));
    }

    /** The context asked for, which must exist; the current one if none is asked for. */
    String context(String asked) {
        String name = asked.isEmpty() ? currentContext : asked;
        if (name.isEmpty()) {
            throw new ConfigurationException(
                    file + " has no current context; name one by \"context\"" + NearestName.hint("", contexts));
        }
        if (!contexts.contains(name)) {
            throw new ConfigurationException(
                    file + " has no context named \"" + name + "\"" + NearestName.hint(name, contexts));
        }
        return name;
    }
}
