package io.kws.sdk.quickstart;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.kws.sdk.Kws;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
 * @param place the text and the line where it starts
 * @param code the code
 */
record JavaBlock(String place, String code) {
    private static final Pattern BLOCK = Pattern.compile("^```java\\R(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern IMPORT = Pattern.compile("^import .*;\\R", Pattern.MULTILINE);
    private static final Pattern TYPE = Pattern.compile(
            "^(?:(?:public|final|abstract|sealed) )*(?:class|record|interface|enum) (\\w+)", Pattern.MULTILINE);
    private static final Pattern OWN_KWS = Pattern.compile("\\b(?:Kws|var)\\s+kws\\b");

    static Stream<JavaBlock> allIn(String name, String text) {
        return BLOCK.matcher(text)
                .results()
                .map(block -> new JavaBlock(name + ":" + lineOf(text, block.start(1)), block.group(1)));
    }

    /** Compiles all blocks at once, each in a package of its own, and returns the compiler's errors by place. */
    static Map<String, List<String>> compile(List<JavaBlock> blocks, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            String imports = imports(files);
            List<Source> sources = new ArrayList<>();
            for (JavaBlock block : blocks) {
                sources.add(block.source("block" + sources.size(), imports));
            }
            compiler.getTask(null, files, diagnostics, List.of("-proc:none"), null, sources)
                    .call();
        }
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .collect(groupingBy(
                        diagnostic -> ((Source) diagnostic.getSource()).place(),
                        mapping(diagnostic -> diagnostic.getMessage(Locale.ROOT), toList())));
    }

    private Source source(String ownPackage, String imports) {
        String head = "package " + ownPackage + ";\n" + imports
                + IMPORT.matcher(code).results().map(line -> line.group()).collect(joining());
        String body = IMPORT.matcher(code).replaceAll("");
        Matcher type = TYPE.matcher(body);
        return type.find()
                ? new Source(place, ownPackage + "/" + type.group(1), head + body)
                : new Source(place, ownPackage + "/Statements", head + wrapped(body));
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
                .filter(JavaBlock::isForUsers);
        return Stream.concat(Stream.of("java.net", "java.nio.file", "java.time", "java.util"), ours)
                .distinct()
                .map(name -> "import " + name + ".*;\n")
                .collect(joining());
    }

    private static boolean isForUsers(String packageName) {
        return !packageName.matches("io\\.kws\\.sdk\\.(internal|driver|openstack|k8s|sandbox|quickstart)(\\..*)?");
    }

    private static int lineOf(String text, int position) {
        return (int) text.substring(0, position).lines().count() + 1;
    }

    /** A block as the compiler sees it. */
    private static final class Source extends SimpleJavaFileObject {
        private final String place;
        private final String content;

        Source(String place, String name, String content) {
            super(URI.create("memory:///" + name + ".java"), Kind.SOURCE);
            this.place = place;
            this.content = content;
        }

        String place() {
            return place;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return content;
        }
    }
}
