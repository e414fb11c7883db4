package io.kws.sdk.benchmarks.clients;

/** What the SDK makes of a least app, in YAML, so that all clients ask the same of a cluster. */
public final class Manifests {
    /** The image of the apps, which serves {@link #PORT}; a real cluster must have it or be able to pull it. */
    public static final String IMAGE = "kws/web:1";

    /** The port of the apps. */
    public static final int PORT = 8080;

    private Manifests() {}

    static String deployment(String name) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %1$s, namespace: default, labels: {app: %1$s}}
                spec:
                  replicas: 1
                  selector: {matchLabels: {app: %1$s}}
                  template:
                    metadata: {labels: {app: %1$s}}
                    spec:
                      automountServiceAccountToken: false
                      containers:
                      - name: app
                        image: %2$s
                        ports: [{name: http, containerPort: %3$d}]
                        resources: {requests: {cpu: 50m, memory: 64Mi}}
                        readinessProbe: {tcpSocket: {port: %3$d}, periodSeconds: 1, timeoutSeconds: 3, failureThreshold: 6}
                """.formatted(name, IMAGE, PORT);
    }

    static String service(String name) {
        return """
                apiVersion: v1
                kind: Service
                metadata: {name: %1$s, namespace: default}
                spec: {selector: {app: %1$s}, ports: [{name: http, port: %2$d, targetPort: %2$d}]}
                """.formatted(name, PORT);
    }

    static String ingress(String name) {
        return """
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: %1$s, namespace: default}
                spec:
                  rules:
                  - host: %1$s.localhost
                    http:
                      paths: [{path: /, pathType: Prefix, backend: {service: {name: %1$s, port: {number: %2$d}}}}]
                """.formatted(name, PORT);
    }
}
