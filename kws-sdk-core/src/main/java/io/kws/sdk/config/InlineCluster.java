package io.kws.sdk.config;

import io.kws.sdk.secrets.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A cluster in {@code kws.yaml}. */
final class InlineCluster {
    private static final List<String> LOGIN_KEYS = List.of("token", "cacert", "cert", "key", "verify");
    private static final List<String> OTHER_KEYS = List.of(
            "kubeconfig",
            "context",
            "in-cluster",
            "server",
            "ingress-class",
            "ingress-port",
            "base-domain",
            "namespace",
            "owner-limits");
    private static final List<String> KEYS =
            Stream.concat(OTHER_KEYS.stream(), LOGIN_KEYS.stream()).toList();
    private static final List<String> LIMIT_KEYS = List.of("pods", "cpu-millis", "memory-mib", "storage-gib");

    private final ConfigSection section;
    private final ConfigEnvironment environment;
    private final Path folder;

    InlineCluster(ConfigSection section, ConfigEnvironment environment, Path folder) {
        this.section = section;
        this.environment = environment;
        this.folder = folder;
    }

    ClusterConfig read() {
        section.allowOnly(KEYS);
        ClusterConfig.Options cluster = way();
        section.text("ingress-class").ifPresent(cluster::ingressClass);
        section.number("ingress-port").ifPresent(cluster::ingressPort);
        section.text("base-domain").ifPresent(cluster::baseDomain);
        section.text("namespace").ifPresent(cluster::namespace);
        section.section("owner-limits").map(InlineCluster::limits).ifPresent(cluster::ownerLimits);
        return cluster.build();
    }

    private ClusterConfig.Options way() {
        if (section.keys().contains("server")) {
            refuse("server", List.of("kubeconfig", "context", "in-cluster"));
            return byServer();
        }
        refuseLogin();
        if (section.isTrue("in-cluster")) {
            refuse("in-cluster", List.of("kubeconfig", "context"));
            return ClusterConfig.inCluster();
        }
        return byKubeconfig();
    }

    private void refuse(String way, List<String> others) {
        others.stream().filter(section.keys()::contains).findFirst().ifPresent(other -> {
            throw section.wrong(way, "excludes " + other + "; keep one way");
        });
    }

    private void refuseLogin() {
        LOGIN_KEYS.stream().filter(section.keys()::contains).findFirst().ifPresent(key -> {
            throw section.wrong(key, "is for a cluster named by \"server\", which is missing");
        });
    }

    private ClusterConfig.Options byServer() {
        String address = section.text("server").orElse("");
        ClusterConfig.Login login;
        try {
            login = ClusterConfig.server(new URI(address));
        } catch (URISyntaxException e) {
            throw section.wrong("server", "must look like https://host:6443");
        }
        section.text("token").map(Secret::of).ifPresent(login::token);
        return login.tls(tls());
    }

    private Tls tls() {
        Optional<Path> authorities = file("cacert");
        Optional<Path> certificate = file("cert");
        Optional<Path> key = file("key");
        if (certificate.isPresent() != key.isPresent()) {
            throw section.wrong(certificate.isPresent() ? "cert" : "key", "needs its other half: cert and key");
        }
        boolean isVerified = section.text("verify").isEmpty() || section.isTrue("verify");
        Tls tls = isVerified ? authorities.map(Tls::trusting).orElse(Tls.standard()) : Tls.unverified();
        return certificate
                .map(own -> tls.withClientCertificate(own, key.orElseThrow()))
                .orElse(tls);
    }

    private Optional<Path> file(String key) {
        return section.text(key).map(written -> {
            Path path = environment.path(written, folder);
            if (!Files.isRegularFile(path)) {
                throw section.wrong(key, "names " + path + ", which is not a file");
            }
            return path;
        });
    }

    private ClusterConfig.Options byKubeconfig() {
        Path kubeconfig = file("kubeconfig")
                .orElseThrow(() -> section.wrong(
                        "kubeconfig", "is missing; name the file, or set in-cluster: true, or name the server"));
        String context =
                Kubeconfig.read(kubeconfig).context(section.text("context").orElse(""));
        return ClusterConfig.kubeconfig(kubeconfig).context(context);
    }

    private static OwnerLimits limits(ConfigSection section) {
        section.allowOnly(LIMIT_KEYS);
        OwnerLimits usual = OwnerLimits.DEFAULT;
        return new OwnerLimits(
                section.number("pods").orElse(usual.pods()),
                section.number("cpu-millis").orElse(usual.cpuMillis()),
                section.number("memory-mib").orElse(usual.memoryMib()),
                section.number("storage-gib").orElse(usual.storageGib()));
    }
}
