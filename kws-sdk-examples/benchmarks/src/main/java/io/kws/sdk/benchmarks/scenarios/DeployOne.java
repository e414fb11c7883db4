package io.kws.sdk.benchmarks.scenarios;

import io.kws.sdk.benchmarks.Cloud;
import io.kws.sdk.benchmarks.Contestant;
import io.kws.sdk.benchmarks.Lab;
import io.kws.sdk.benchmarks.Peer;
import io.kws.sdk.benchmarks.Row;
import io.kws.sdk.benchmarks.Scenario;
import io.kws.sdk.benchmarks.Team;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An app of a Deployment, a Service and an Ingress, until it is available. */
final class DeployOne implements Scenario {
    private static final Duration LATENCY = Duration.ofMillis(20);
    private static final Duration BOOT_TIME = Duration.ofMillis(500);

    @Override
    public String title() {
        return "deploy one app (20 ms per answer, Pod running after 500 ms)";
    }

    @Override
    public List<Row> run(Lab lab) {
        List<Row> rows = new ArrayList<>();
        try (Cloud cloud = lab.cloud(1);
                Deploys deploys = new Deploys(cloud.kubeconfig());
                Team team = new Team(lab, cloud, List.of(Peer.KWS, Peer.CLIENT_JAVA, Peer.FABRIC8))) {
            team.rounds(1, deploys::warmUp);
            cloud.latency(LATENCY);
            cloud.bootTime(BOOT_TIME);
            team.rounds(lab.sizes().rounds(), deploys::deploy);
            rows.add(judged(deploys.times()));
        }
        lab.kubeconfig().ifPresent(kubeconfig -> rows.addAll(real(lab, kubeconfig)));
        return rows;
    }

    private static Row judged(Row row) {
        return row.aim(
                "<= 50 % of a portal's way", row.ours() <= 0.5 * row.peers().get(0).value());
    }

    private static List<Row> real(Lab lab, Path kubeconfig) {
        try (Deploys deploys = new Deploys(kubeconfig);
                Contestant kws = lab.start(Peer.KWS, config(lab, kubeconfig));
                Contestant clientJava = lab.start(Peer.CLIENT_JAVA, kubeconfig);
                Contestant fabric8 = lab.start(Peer.FABRIC8, kubeconfig)) {
            List<Contestant> all = List.of(kws, clientJava, fabric8);
            all.forEach(deploys::warmUp);
            for (int round = 0; round < lab.sizes().rounds(); round++) {
                all.forEach(deploys::deploy);
            }
            return List.of(
                    judged(deploys.times().called("on a real cluster: time")),
                    deploys.lags().called("on a real cluster: available until returned"));
        }
    }

    private static Path config(Lab lab, Path kubeconfig) {
        try {
            return Files.writeString(lab.folder().resolve("real.yaml"), """
                    nodes:
                      kws1:
                        kubernetes: {kubeconfig: "%s", base-domain: localhost}
                    """.formatted(kubeconfig.toAbsolutePath()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
