package io.kws.sdk.sandbox.guest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the commands of containers, as far as tests need them: {@code echo printenv env cat rm ls hostname sleep true
 * false exit exec web}, redirections to files and to the errors, variables, lists, groups and background groups of
 * {@code sh -c}. Whatever else exists goes on for ever; what does not is an error. A loop that doubles a variable takes
 * all memory. All of it takes no time but for {@code sleep}, which only says how much later the rest happens. For one
 * thread.
 */
public final class Shell {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([A-Za-z_][A-Za-z0-9_]*)}?");
    private static final Pattern DOUBLING = Pattern.compile("(\\w+)=\\$\\1\\$\\1");
    private static final int OUT_OF_MEMORY = 137;

    private final Map<String, String> environment;
    private final Files files;
    private final List<Line> lines = new ArrayList<>();
    private Duration time = Duration.ZERO;
    private OptionalInt port = OptionalInt.empty();
    private boolean hungry;

    private Shell(Map<String, String> environment, Files files) {
        this.environment = new HashMap<>(environment);
        this.files = files;
    }

    /** The files that a command sees. */
    public interface Files {
        /**
         * Reads a file.
         *
         * @param path its path
         * @return its content, if there is one
         */
        Optional<String> read(String path);

        /**
         * Lists a folder.
         *
         * @param folder its path
         * @return the names of what lies in it, sorted; none if there is no such folder
         */
        List<String> list(String folder);

        /**
         * Writes a file.
         *
         * @param path its path
         * @param content the whole content
         */
        void write(String path, String content);

        /**
         * Deletes a file.
         *
         * @param path its path
         * @return whether there was one
         */
        boolean delete(String path);
    }

    /**
     * A line that a command writes.
     *
     * @param after how long after its start
     * @param isError whether it goes to the errors
     * @param text the line, without its end
     */
    public record Line(Duration after, boolean isError, String text) {}

    /**
     * What becomes of a command.
     *
     * @param lines what it writes, in order
     * @param exitCode what it ends with; empty if it goes on
     * @param after how long it runs until then
     * @param port the port on which it answers; empty for none
     * @param isHungry whether it takes all memory until it is killed
     * @param problem why it cannot be started; empty if it can
     */
    public record Run(
            List<Line> lines,
            OptionalInt exitCode,
            Duration after,
            OptionalInt port,
            boolean isHungry,
            String problem) {
        /**
         * Returns what was written to one side.
         *
         * @param errors whether the errors are meant
         * @return the lines with their ends
         */
        public String text(boolean errors) {
            StringBuilder text = new StringBuilder();
            lines.stream()
                    .filter(line -> line.isError() == errors)
                    .forEach(line -> text.append(line.text()).append('\n'));
            return text.toString();
        }

        static Run notStarted(String problem) {
            return new Run(List.of(), OptionalInt.empty(), Duration.ZERO, OptionalInt.empty(), false, problem);
        }
    }

    /** How a statement ended: with a code, and whether the whole script ends with it; no code if it goes on. */
    private record Result(OptionalInt code, boolean isLast) {
        static final Result FOREVER = new Result(OptionalInt.empty(), true);

        static Result of(int code) {
            return new Result(OptionalInt.of(code), false);
        }
    }

    /**
     * Runs a command.
     *
     * @param words the program and its arguments
     * @param environment its variables
     * @param files what it reads and writes
     * @return what becomes of it
     */
    public static Run run(List<String> words, Map<String, String> environment, Files files) {
        Shell shell = new Shell(environment, files);
        if (!Programs.exists(words.get(0))) {
            return Run.notStarted(Programs.missing(words.get(0)));
        }
        Result result = shell.execute(words);
        shell.lines.sort((one, other) -> one.after().compareTo(other.after()));
        return new Run(
                List.copyOf(shell.lines),
                shell.hungry ? OptionalInt.of(OUT_OF_MEMORY) : result.code(),
                shell.time,
                shell.port,
                shell.hungry,
                "");
    }

    private Result execute(List<String> words) {
        boolean isScript = words.size() > 2
                && Programs.isShell(words.get(0))
                && words.get(1).equals("-c");
        return isScript ? script(words.get(2)) : command(words, "");
    }

    private Result script(String text) {
        Matcher doubling = DOUBLING.matcher(text);
        if (doubling.find()) {
            hungry = true;
            return Result.FOREVER;
        }
        Result result = Result.of(0);
        for (Statements.Statement statement : Statements.of(text)) {
            boolean isSkipped = (statement.joint().equals("&&") && result.code().orElse(0) != 0)
                    || (statement.joint().equals("||") && result.code().orElse(0) == 0);
            if (!isSkipped) {
                result = statement.isBackground() ? background(statement.text()) : statement(statement.text());
            }
            if (result.isLast()) {
                return result;
            }
        }
        return result;
    }

    /** Goes on beside the rest. */
    private Result background(String text) {
        Duration begun = time;
        Result unused = statement(text);
        time = begun;
        return Result.of(0);
    }

    private Result statement(String text) {
        if (text.startsWith("(") && text.endsWith(")")) {
            return new Result(script(text.substring(1, text.length() - 1)).code(), false);
        }
        if (text.matches("(while|until|for)\\b.*")) {
            return Result.FOREVER;
        }
        List<String> words = new ArrayList<>();
        String target = "";
        boolean isTarget = false;
        for (String word : Statements.words(text)) {
            if (isTarget) {
                target = word;
                isTarget = false;
            } else if (word.matches("1?>>?")) {
                isTarget = true;
            } else if (word.matches("[12]?>.*")) {
                target = word.startsWith("2") ? target : word.replaceFirst("^1?>>?", "");
            } else if (words.isEmpty() && word.matches("[A-Za-z_]\\w*=.*")) {
                environment.put(word.substring(0, word.indexOf('=')), expand(word.substring(word.indexOf('=') + 1)));
            } else {
                words.add(word.startsWith("'") ? Statements.bare(word) : expand(Statements.bare(word)));
            }
        }
        return words.isEmpty() ? Result.of(0) : command(words, target);
    }

    private String expand(String text) {
        return VARIABLE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(environment.getOrDefault(found.group(1), "")));
    }

    private Result command(List<String> words, String target) {
        List<String> arguments = words.subList(1, words.size());
        String first = arguments.isEmpty() ? "" : arguments.get(0);
        return switch (Programs.name(words.get(0))) {
            case "echo" -> print(String.join(" ", arguments), target);
            case "printenv" -> print(environment.getOrDefault(first, ""), target);
            case "env" -> print(listed("\n"), target);
            case "hostname" -> print(environment.getOrDefault("HOSTNAME", ""), target);
            case "cat" -> cat(arguments, target);
            case "rm" -> remove(arguments);
            case "ls" -> list(first, target);
            case "sleep" -> sleep(first);
            case "true", ":" -> Result.of(0);
            case "false" -> Result.of(1);
            case "exit" -> new Result(OptionalInt.of(first.matches("\\d{1,3}") ? Integer.parseInt(first) : 0), true);
            case "exec" -> new Result(execute(arguments).code(), true);
            case "web" -> serve();
            case "sh", "bash", "ash" -> execute(words);
            default -> other(words.get(0));
        };
    }

    private Result other(String program) {
        if (Programs.exists(program)) {
            return Result.FOREVER;
        }
        say(true, "sh: " + program + ": not found");
        return Result.of(127);
    }

    private void say(boolean isError, String text) {
        text.lines().forEach(line -> lines.add(new Line(time, isError, line)));
    }

    private Result print(String text, String target) {
        if (target.isEmpty() || target.equals("&2")) {
            say(!target.isEmpty(), text.isEmpty() ? " " : text);
        } else {
            files.write(target, text + "\n");
        }
        return Result.of(0);
    }

    private String listed(String separator) {
        StringBuilder text = new StringBuilder();
        environment.forEach(
                (name, value) -> text.append(name).append('=').append(value).append(separator));
        return text.toString();
    }

    private Result cat(List<String> paths, String target) {
        int code = 0;
        for (String path : paths) {
            Optional<String> content = path.equals("/proc/1/environ") ? Optional.of(listed("\0")) : files.read(path);
            content.ifPresent(text -> print(text.stripTrailing(), target));
            if (content.isEmpty()) {
                say(true, "cat: can't open '" + path + "': No such file or directory");
                code = 1;
            }
        }
        return Result.of(code);
    }

    private Result remove(List<String> paths) {
        long missing = paths.stream()
                .filter(path -> !path.startsWith("-"))
                .filter(path -> !files.delete(path))
                .count();
        return Result.of(missing > 0 && !paths.contains("-f") ? 1 : 0);
    }

    private Result list(String path, String target) {
        if (path.isEmpty() || path.equals("/")) {
            return print("bin\netc\nproc\ntmp", target);
        }
        if (files.read(path).isPresent()) {
            return print(path, target);
        }
        List<String> names = files.list(path);
        if (!names.isEmpty()) {
            return print(String.join("\n", names), target);
        }
        say(true, "ls: " + path + ": No such file or directory");
        return Result.of(1);
    }

    private Result sleep(String seconds) {
        if (!seconds.matches("\\d{1,6}")) {
            return Result.FOREVER;
        }
        time = time.plusSeconds(Long.parseLong(seconds));
        return Result.of(0);
    }

    private Result serve() {
        String wanted = environment.getOrDefault("PORT", "8080");
        say(false, "starting web %s on %s".formatted(environment.getOrDefault("VERSION", "1"), wanted));
        port = wanted.matches("\\d{1,5}") ? OptionalInt.of(Integer.parseInt(wanted)) : OptionalInt.empty();
        return Result.FOREVER;
    }
}
