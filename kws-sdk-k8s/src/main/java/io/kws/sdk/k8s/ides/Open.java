package io.kws.sdk.k8s.ides;

import io.kws.sdk.Secret;
import io.kws.sdk.apps.AppReadiness;
import io.kws.sdk.apps.AppRental;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.apps.Storage;
import io.kws.sdk.ides.IdeAccess;
import io.kws.sdk.ides.IdeRental;
import io.kws.sdk.ides.IdeSpec;
import io.kws.sdk.k8s.apps.AppNode;
import io.kws.sdk.k8s.apps.Deploy;
import io.kws.sdk.k8s.apps.Kind;
import io.kws.sdk.k8s.apps.Workload;
import io.kws.sdk.operations.UseCase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Opens an IDE: an app by the conventions of code-server's image, with a workspace that is not the app's own. */
final class Open {
    private static final int PORT = 8080;
    private static final String HEALTH = "/healthz";
    private static final String PASSWORD = "PASSWORD";

    /**
     * An open editor is one WebSocket, which controllers cut after a minute without traffic, and uploads are not small.
     * The keys are those of ingress-nginx and of F5's controller; Traefik and HAProxy need none.
     */
    private static final Map<String, String> WEB_SOCKETS = Map.of(
            "nginx.ingress.kubernetes.io/proxy-read-timeout", "3600",
            "nginx.ingress.kubernetes.io/proxy-send-timeout", "3600",
            "nginx.ingress.kubernetes.io/proxy-body-size", "0",
            "nginx.org/proxy-read-timeout", "3600s",
            "nginx.org/proxy-send-timeout", "3600s",
            "nginx.org/client-max-body-size", "0");

    private static final String WEB_SOCKET_SERVICES = "nginx.org/websocket-services";

    private Open() {}

    static UseCase<IdeRental> useCase(AppNode node, IdeSpec spec) {
        UseCase<AppRental> deploy = Deploy.useCase(node, workload(spec));
        return new UseCase<>(deploy.attempt(), deploy.allowed(), steps -> {
            UseCase.ResultReader<AppRental> opened = deploy.define().apply(steps);
            return receipt -> {
                AppRental app = opened.read(receipt);
                return new IdeRental(
                        new IdeReader(node).open(app.app()),
                        app.rental(),
                        new IdeAccess(app.app().url().orElseThrow(), spec.password()),
                        receipt);
            };
        });
    }

    static Workload workload(IdeSpec spec) {
        AppSpec.Options app = AppSpec.builder()
                .name(spec.name())
                .image(spec.image())
                .port(PORT)
                .arguments(List.of("--auth", "password", "--bind-addr", "0.0.0.0:" + PORT))
                .environment(spec.environment())
                .secrets(secrets(spec))
                .healthPath(HEALTH)
                .storage(new Storage(spec.workspacePath(), spec.workspaceGib(), spec.workspaceClass()))
                .cpuRequestMillis(spec.cpuRequestMillis())
                .cpuLimitMillis(spec.cpuLimitMillis())
                .memoryRequestMib(spec.memoryRequestMib())
                .memoryLimitMib(spec.memoryLimitMib())
                .host(spec.host())
                .tlsSecret(spec.tlsSecret())
                .imagePullSecret(spec.imagePullSecret())
                .annotations(annotations(spec))
                .namespace(spec.namespace())
                .owner(spec.owner())
                .rentalId(spec.rentalId())
                .readyWhen(AppReadiness.url(HEALTH))
                .readyWithin(spec.readyWithin());
        spec.term().ifPresent(app::term);
        return new Workload(Kind.IDE, app.build(), new WorkspaceStore());
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
