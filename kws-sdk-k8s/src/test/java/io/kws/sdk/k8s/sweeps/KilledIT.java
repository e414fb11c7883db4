package io.kws.sdk.k8s.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.apis.CoreV1Api;
import io.kubernetes.client.openapi.models.V1PersistentVolume;
import io.kubernetes.client.util.Yaml;
import io.kws.sdk.Kws;
import io.kws.sdk.internal.nodes.Death;
import io.kws.sdk.k8s.Testbed;
import io.kws.sdk.k8s.apps.Traces;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.rentals.RentalQuery;
import io.kws.sdk.sweeps.EndPolicy;
import io.kws.sdk.sweeps.Sweep;
import io.kws.sdk.sweeps.SweepItem;
import io.kws.sdk.sweeps.SweepOutcome;
import io.kws.sdk.sweeps.SweepReport;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What programs leave on the testbed that die on the way, and what the sweeps of another then leave. */
class KilledIT {
    private static final Clock LATER = Clock.offset(Clock.systemUTC(), KilledOnTestbed.TERM.multipliedBy(3));

    /** The first ends what is over and notes storage, which the second takes, the third then the empty namespace. */
    private static final int SWEEPS = 3;

    private final RentalId rental = RentalId.random();
    private final String volume = "kws-it-" + rental;
    private final Kws kws = Testbed.connect(Kws.builder().clock(LATER));

    /** What client-java does, with its checked exception. */
    private interface Work<R> {
        R run(CoreV1Api api) throws ApiException;
    }

    private <R> R plainly(Work<R> work) {
        return kws.node("k1").unwrap(ApiClient.class, api -> {
            try {
                return work.run(new CoreV1Api(api));
            } catch (ApiException e) {
                throw new IllegalStateException(e.getResponseBody(), e);
            }
        });
    }

    /** The cluster gives storage only from volumes made by hand. */
    @BeforeEach
    void makeVolume() {
        var unused = plainly(
                api -> api.createPersistentVolume(Yaml.loadAs("""
                        apiVersion: v1
                        kind: PersistentVolume
                        metadata: {name: %s}
                        spec:
                          capacity: {storage: 1Gi}
                          accessModes: [ReadWriteOnce]
                          storageClassName: %s
                          hostPath: {path: /tmp}
                        """.formatted(volume, volume), V1PersistentVolume.class))
                        .execute());
    }

    @AfterEach
    void end() {
        try (kws) {
            kws.rentals().end(rental);
            plainly(api -> api.deletePersistentVolume(volume).execute());
        }
    }

    @ParameterizedTest
    @CsvSource({"deploy,2", "deploy,4", "open,2", "open,4"})
    void expire_afterAProgramWasKilled_leavesNothing(String useCase, int lastCall) throws Exception {
        assertThat(Death.of(KilledOnTestbed.class, useCase, String.valueOf(lastCall), rental.value(), volume))
                .isEqualTo(Death.EXIT_CODE);
        assertThat(traces()).isNotEmpty();

        List<SweepReport> reports = new ArrayList<>();
        for (int i = 0; i < SWEEPS; i++) {
            reports.add(kws.sweeps().run(sweep()));
        }

        assertThat(reports.stream().flatMap(report -> report.items().stream()))
                .filteredOn(item -> item.toString().contains(rental.value()))
                .isNotEmpty()
                .extracting(SweepItem::outcome)
                .containsOnly(SweepOutcome.DONE);
        assertThat(traces()).isEmpty();
    }

    private Sweep sweep() {
        return Sweep.builder()
                .query(RentalQuery.ownedBy("killed-" + rental))
                .rule(thing -> EndPolicy.delete())
                .orphansOlderThan(Duration.ofHours(1))
                .build();
    }

    /** Returns what bears the rental's label, and the owner's namespace. */
    private List<String> traces() {
        List<String> traces = new ArrayList<>(Traces.of(kws.node("k1"), rental));
        plainly(api -> api.listNamespace().execute()).getItems().stream()
                .map(namespace -> namespace.getMetadata().getName())
                .filter(name -> name.contains(rental.value()))
                .forEach(name -> traces.add("namespace " + name));
        return traces;
    }
}
