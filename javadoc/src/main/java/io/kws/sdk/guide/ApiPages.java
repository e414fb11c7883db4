package io.kws.sdk.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages of the types of the API, by the types' names. */
final class ApiPages {
    static final ApiPages NONE = new ApiPages(Map.of());

    private static final Pattern PAGE = Pattern.compile("[A-Z][A-Za-z0-9.]*\\.html");
    private static final Pattern TYPE = Pattern.compile("(([A-Z]\\w*)(?:\\.[A-Z]\\w*)?)(?:[.(].*)?");

    private final Map<String, String> pages;

    private ApiPages(Map<String, String> pages) {
        this.pages = pages;
    }

    /** Finds the pages of an API site; two types of one name have none. */
    static ApiPages of(Path site) throws IOException {
        try (Stream<Path> files = Files.walk(site)) {
            Map<String, String> pages = files.filter(file -> isPage(site, file))
                    .collect(Collectors.toMap(ApiPages::typeName, file -> "../" + site.relativize(file), (a, b) -> ""));
            return new ApiPages(pages);
        }
    }

    private static boolean isPage(Path site, Path file) {
        return PAGE.matcher(file.getFileName().toString()).matches()
                && site.relativize(file).getNameCount() > 2
                && !file.toString().contains("class-use");
    }

    private static String typeName(Path file) {
        return file.getFileName().toString().replaceFirst("\\.html$", "");
    }

    /** Returns the page, as seen from the guide, of the type that an expression begins with. */
    Optional<String> find(String code) {
        Matcher type = TYPE.matcher(code);
        return type.matches()
                ? Stream.of(type.group(1), type.group(2))
                        .map(name -> pages.getOrDefault(name, ""))
                        .filter(page -> !page.isEmpty())
                        .findFirst()
                : Optional.empty();
    }
}
