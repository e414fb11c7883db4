package io.kws.sdk.sandbox.kubernetes;

import io.kws.sdk.sandbox.guest.Shell;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.web.Frames;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Stands in for code-server: the same arguments, variable with the password, port, login and WebSockets, but no editor;
 * whoever is logged in sees the names of the files in its home.
 *
 * @param arguments those of the container
 * @param variables those of the container
 * @param files what it sees
 */
record CodeServer(List<String> arguments, Map<String, String> variables, Shell.Files files) {
    private static final String HOME = "/home/coder";
    private static final String TEXT = "text/plain";

    static int port(List<String> arguments) {
        return Integer.parseInt(address(arguments).replaceFirst("^.*:", ""));
    }

    static String greeting(List<String> arguments) {
        return "HTTP server listening on http://" + address(arguments) + "/\n";
    }

    private static String address(List<String> arguments) {
        return option(arguments, "--bind-addr", "0.0.0.0:8080");
    }

    private static String option(List<String> arguments, String name, String otherwise) {
        int at = arguments.indexOf(name);
        return at < 0 || at + 1 == arguments.size() ? otherwise : arguments.get(at + 1);
    }

    Answer answer(Visit visit) {
        return switch (visit.path()) {
            case "/healthz" -> Answer.text(200, "application/json", "{\"status\":\"expired\",\"lastHeartbeat\":0}");
            case "/login" ->
                visit.method().equals("POST") ? logIn(visit) : Answer.text(200, TEXT, "Welcome to code-server");
            default -> isKnown(visit) ? serve(visit) : redirect("./login");
        };
    }

    private Answer logIn(Visit visit) {
        return visit.body().equals("password=" + variables.get("PASSWORD"))
                ? redirect("./").header("Set-Cookie", cookie() + "; Path=/")
                : Answer.text(200, TEXT, "Incorrect password");
    }

    private static Answer redirect(String to) {
        return Answer.empty(302).header("Location", to);
    }

    private boolean isKnown(Visit visit) {
        return option(arguments, "--auth", "password").equals("none")
                || visit.header("Cookie").equals(cookie());
    }

    /** The same for each login with one password. */
    private String cookie() {
        String password = variables.getOrDefault("PASSWORD", "");
        return "key=" + UUID.nameUUIDFromBytes(password.getBytes(StandardCharsets.UTF_8));
    }

    private Answer serve(Visit visit) {
        String key = visit.header("Sec-WebSocket-Key");
        return key.isEmpty() ? Answer.text(200, TEXT, "files: " + String.join(" ", files.list(HOME))) : webSocket(key);
    }

    private static Answer webSocket(String key) {
        byte[] hello = new Frames().say("hello").bytes();
        return Answer.stream(101, TEXT, new Answer.Content(hello.length, () -> new ByteArrayInputStream(hello)))
                .header("Upgrade", "websocket")
                .header("Connection", "Upgrade")
                .header("Sec-WebSocket-Accept", Frames.accept(key));
    }
}
