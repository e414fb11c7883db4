package io.kws.sdk.openstack.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.Node;
import io.kws.sdk.limits.Limit;
import io.kws.sdk.limits.LimitKind;
import io.kws.sdk.limits.ProjectLimits;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.volumes.VolumeSpec;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What limits must tell on any node with the quotas of the testbed. */
abstract class LimitsContract {
    private final String name = "kws-test-" + RentalId.random();

    /** Returns the node under test. */
    abstract Node node();

    /** Ends a test. */
    void end() {}

    @AfterEach
    void endTest() {
        end();
    }

    @Test
    void get_allServices_tellsMaximaAndUsage() {
        ProjectLimits before = node().limits().get();

        node().volumes().create(VolumeSpec.builder().name(name).sizeGib(2).build());
        ProjectLimits after = node().limits().get();
        node().volumes().delete(name);

        assertThat(after.all())
                .extracting(Limit::kind)
                .containsAll(EnumSet.range(LimitKind.SERVERS, LimitKind.OBJECT_BYTES));
        assertThat(after.get(LimitKind.SERVERS).max()).hasValue(10);
        assertThat(after.get(LimitKind.FLOATING_IPS).max()).hasValue(5);
        assertThat(after.get(LimitKind.VOLUMES).max()).hasValue(5);
        assertThat(after.get(LimitKind.VOLUME_GIB).left())
                .isEqualTo(before.get(LimitKind.VOLUME_GIB).left() - 2);
        assertThat(after.get(LimitKind.VOLUMES).used())
                .isEqualTo(before.get(LimitKind.VOLUMES).used() + 1);
        assertThat(after.get(LimitKind.OBJECT_BYTES).isUnlimited()).isTrue();
        assertThat(after.toString()).contains("floating IPs: ", " of 5 used", "GiB of volumes: ");
    }
}
