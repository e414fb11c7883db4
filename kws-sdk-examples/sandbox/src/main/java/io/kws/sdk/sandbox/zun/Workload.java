package io.kws.sdk.sandbox.zun;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.sandbox.guest.Registry;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a container does when it is started. Of commands, {@code echo}, {@code printenv}, {@code true}, {@code false} and
 * {@code exit} do what they say and end, also several of them in an {@code sh -c}; all others go on for ever.
 *
 * @param output what it prints
 * @param exitCode what it ends with; empty if it goes on
 */
record Workload(String output, OptionalInt exitCode) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([A-Za-z_][A-Za-z0-9_]*)}?");

    static Workload of(JsonNode spec) {
        List<String> command = new ArrayList<>();
        spec.path("command").forEach(word -> command.add(word.asText()));
        if (command.isEmpty()) {
            return ofImage(spec.path("image").asText(), spec.path("interactive").asBoolean());
        }
        boolean script = command.size() > 2
                && command.get(0).matches("(.*/)?(ba)?sh")
                && command.get(1).equals("-c");
        return run(script ? command.get(2) : String.join(" ", command), spec.path("environment"));
    }

    private static Workload ofImage(String image, boolean interactive) {
        if (Registry.isHello(image)) {
            return new Workload("Hello from Docker!\n", OptionalInt.of(0));
        }
        boolean ends = Registry.isShell(image) && !interactive;
        String greeting =
                Registry.service(image).map(Registry.Service::greeting).orElse("");
        return new Workload(greeting, ends ? OptionalInt.of(0) : OptionalInt.empty());
    }

    private static Workload run(String script, JsonNode environment) {
        StringBuilder output = new StringBuilder();
        int code = 0;
        for (String statement : script.split(";|&&|\n", -1)) {
            String[] words = statement.strip().split("\\s+", 2);
            String rest = words.length > 1 ? words[1] : "";
            switch (words[0]) {
                case "echo" ->
                    output.append(expand(unquoted(rest), environment)).append('\n');
                case "printenv" ->
                    output.append(environment.path(rest).asText()).append('\n');
                case "true", "" -> code = 0;
                case "false" -> code = 1;
                case "exit" -> {
                    return new Workload(
                            output.toString(), OptionalInt.of(rest.matches("\\d{1,3}") ? Integer.parseInt(rest) : 2));
                }
                default -> {
                    return new Workload(output.toString(), OptionalInt.empty());
                }
            }
        }
        return new Workload(output.toString(), OptionalInt.of(code));
    }

    private static String unquoted(String text) {
        return text.replaceFirst("^([\"'])(.*)\\1$", "$2");
    }

    private static String expand(String text, JsonNode environment) {
        return VARIABLE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        environment.path(found.group(1)).asText()));
    }
}
