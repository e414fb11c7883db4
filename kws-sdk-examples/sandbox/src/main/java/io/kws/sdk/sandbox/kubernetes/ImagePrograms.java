package io.kws.sdk.sandbox.kubernetes;

import io.kws.sdk.sandbox.guest.Registry;
import io.kws.sdk.sandbox.guest.Shell;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What containers run: what their commands say, or their images by themselves. */
final class ImagePrograms {
    private ImagePrograms() {}

    static Shell.Run of(Container container, Map<String, String> variables, Shell.Files files) {
        List<String> words = Variables.words(container.spec(), variables);
        boolean isImages = container.spec().path("command").isEmpty();
        if (isImages && Registry.isCodeServer(container.image())) {
            return lasting(CodeServer.greeting(words), OptionalInt.of(CodeServer.port(words)));
        }
        return words.isEmpty() ? ofImage(container, variables, files) : Shell.run(words, variables, files);
    }

    private static Shell.Run ofImage(Container container, Map<String, String> variables, Shell.Files files) {
        String image = container.image();
        if (Registry.webVersion(image).isPresent()) {
            return Shell.run(List.of("/bin/web"), variables, files);
        }
        Optional<Registry.Service> service = Registry.service(image);
        if (service.isPresent()) {
            return lasting(
                    service.get().greeting(), OptionalInt.of(service.get().port()));
        }
        if (Registry.isHello(image) || Registry.isShell(image)) {
            return ending(0, Registry.isHello(image) ? "Hello from Docker!" : "");
        }
        int port = container.spec().at("/ports/0/containerPort").asInt();
        return lasting("", port == 0 ? OptionalInt.empty() : OptionalInt.of(port));
    }

    private static Shell.Run lasting(String output, OptionalInt port) {
        return new Shell.Run(lines(output), OptionalInt.empty(), Duration.ZERO, port, false, "");
    }

    static Shell.Run ending(int exitCode, String output) {
        return new Shell.Run(lines(output), OptionalInt.of(exitCode), Duration.ZERO, OptionalInt.empty(), false, "");
    }

    private static List<Shell.Line> lines(String output) {
        return output.lines()
                .map(line -> new Shell.Line(Duration.ZERO, false, line))
                .toList();
    }
}
