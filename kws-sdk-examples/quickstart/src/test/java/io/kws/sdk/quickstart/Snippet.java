package io.kws.sdk.quickstart;

import static java.util.stream.Collectors.joining;

import io.kws.sdk.Kws;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * A Java block of a text: a whole class, or statements. All of the API is imported. Statements may throw anything, and a
 * variable {@code kws} is there unless they declare their own.
 *
 * @param code the code
 * @param line the line of the text where it starts
 */
record Snippet(String code, int line) {
    private static final Pattern BLOCK = Pattern.compile("^```java\\R(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern IMPORT = Pattern.compile("^import .*;\\R", Pattern.MULTILINE);
    private static final Pattern TYPE = Pattern.compile(
            "^(?:(?:public|final|abstract|sealed) )*(?:class|record|interface|enum) (\\w+)", Pattern.MULTILINE);
    private static final Pattern OWN_KWS = Pattern.compile("\\b(?:Kws|var)\\s+kws\\b");

    static Stream<Snippet> allIn(String text) {
        return BLOCK.matcher(text).results().map(block -> new Snippet(block.group(1), lineOf(text, block.start(1))));
    }

    /** Compiles the code into the directory and returns the compiler's errors. */
    List<String> compile(Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            compiler.getTask(null, files, diagnostics, List.of("-proc:none"), null, List.of(source(files)))
                    .call();
        }
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .toList();
    }

    private JavaFileObject source(JavaFileManager files) throws IOException {
        String head = imports(files)
                + IMPORT.matcher(code).results().map(line -> line.group()).collect(joining());
        String body = IMPORT.matcher(code).replaceAll("");
        Matcher type = TYPE.matcher(body);
        return type.find() ? file(type.group(1), head + body) : file("Statements", head + wrapped(body));
    }

    private static String wrapped(String statements) {
        String parameter = OWN_KWS.matcher(statements).find() ? "" : "Kws kws";
        return "class Statements { void run(" + parameter + ") throws Exception {\n" + statements + "\n} }\n";
    }

    private static String imports(JavaFileManager files) throws IOException {
        String root = Kws.class.getPackageName();
        Iterable<JavaFileObject> api = files.list(StandardLocation.CLASS_PATH, root, EnumSet.of(Kind.CLASS), true);
        Stream<String> ours = StreamSupport.stream(api.spliterator(), false)
                .map(type -> files.inferBinaryName(StandardLocation.CLASS_PATH, type))
                .filter(name -> !name.endsWith(".package-info"))
                .map(name -> name.substring(0, name.lastIndexOf('.')))
                .filter(name -> !name.startsWith(Snippet.class.getPackageName()));
        return Stream.concat(Stream.of("java.net", "java.nio.file", "java.time", "java.util"), ours)
                .distinct()
                .map(name -> "import " + name + ".*;\n")
                .collect(joining());
    }

    private static JavaFileObject file(String name, String content) {
        return new SimpleJavaFileObject(URI.create("memory:///" + name + ".java"), Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return content;
            }
        };
    }

    private static int lineOf(String text, int position) {
        return (int) text.substring(0, position).lines().count() + 1;
    }
}
