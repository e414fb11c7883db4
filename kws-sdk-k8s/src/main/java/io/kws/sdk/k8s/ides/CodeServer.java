package io.kws.sdk.k8s.ides;

import io.kws.sdk.apps.AppReadiness;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.apps.Storage;
import io.kws.sdk.ides.IdeSpec;
import io.kws.sdk.secrets.Secret;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Describes an IDE as an app, by the conventions of code-server's image. */
public final class CodeServer {
    private static final String PASSWORD = "PASSWORD";
    private static final int PORT = 8080;
    private static final String HEALTH = "/healthz";

    /**
     * An open editor is one WebSocket, which controllers close after a minute without traffic, and uploads may be large.
     * These are the keys of ingress-nginx and of F5's controller; Traefik and HAProxy need none.
     */
    private static final Map<String, String> WEB_SOCKETS = Map.of(
            "nginx.ingress.kubernetes.io/proxy-read-timeout", "3600",
            "nginx.ingress.kubernetes.io/proxy-send-timeout", "3600",
            "nginx.ingress.kubernetes.io/proxy-body-size", "0",
            "nginx.org/proxy-read-timeout", "3600s",
            "nginx.org/proxy-send-timeout", "3600s",
            "nginx.org/client-max-body-size", "0");

    private static final String WEB_SOCKET_SERVICES = "nginx.org/websocket-services";

    private CodeServer() {}

    /**
     * Describes an IDE as an app.
     *
     * @param spec the IDE
     * @return the app, with the password among its secret variables
     */
    public static AppSpec app(IdeSpec spec) {
        AppSpec.Options app = AppSpec.builder()
                .name(spec.name())
                .image(spec.image())
                .port(PORT)
                .arguments(List.of("--auth", "password", "--bind-addr", "0.0.0.0:" + PORT))
                .environment(spec.environment())
                .secrets(secrets(spec))
                .healthPath(HEALTH)
                .storage(new Storage(spec.workspacePath(), spec.workspaceGib(), spec.workspaceClass()))
                .resources(spec.resources())
                .security(spec.security())
                .annotations(annotations(spec))
                .rentalId(spec.rentalId())
                .readyWhen(AppReadiness.url(HEALTH))
                .readyWithin(spec.readyWithin());
        spec.host().ifPresent(app::host);
        spec.tlsSecret().ifPresent(app::tlsSecret);
        spec.imagePullSecret().ifPresent(app::imagePullSecret);
        spec.namespace().ifPresent(app::namespace);
        spec.owner().ifPresent(app::owner);
        spec.term().ifPresent(app::term);
        return app.build();
    }

    private static Map<String, Secret> secrets(IdeSpec spec) {
        Map<String, Secret> secrets = new HashMap<>(spec.secrets());
        secrets.put(PASSWORD, spec.password());
        return secrets;
    }

    private static Map<String, String> annotations(IdeSpec spec) {
        Map<String, String> annotations = new HashMap<>(WEB_SOCKETS);
        annotations.put(WEB_SOCKET_SERVICES, spec.name());
        annotations.putAll(spec.annotations());
        return annotations;
    }
}
