package io.kws.sdk.k8s.benchmark;

/** What the SDK makes of a least app, in YAML, so that all clients ask the same of the cluster. */
public final class Manifests {
    /** The health check of the SDK's apps. */
    public static final String HEALTH = "tcpSocket: {port: 8080}";

    private Manifests() {}

    /** Returns the Deployment. */
    public static String deployment(String name, String health) {
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
                        image: kws/web:1
                        ports: [{name: http, containerPort: 8080}]
                        resources: {requests: {cpu: 50m, memory: 64Mi}}
                        readinessProbe: {%2$s, periodSeconds: 1, timeoutSeconds: 3, failureThreshold: 6}
                """.formatted(name, health);
    }

    /** Returns the Service. */
    public static String service(String name) {
        return """
                apiVersion: v1
                kind: Service
                metadata: {name: %1$s, namespace: default}
                spec: {selector: {app: %1$s}, ports: [{name: http, port: 8080, targetPort: 8080}]}
                """.formatted(name);
    }

    /** Returns the Ingress. */
    public static String ingress(String name) {
        return """
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: %1$s, namespace: default}
                spec:
                  rules:
                  - host: %1$s.localhost
                    http:
                      paths: [{path: /, pathType: Prefix, backend: {service: {name: %1$s, port: {number: 8080}}}}]
                """.formatted(name);
    }
}
