package io.kws.sdk.openstack.watching;

import io.kws.sdk.Kws;
import io.kws.sdk.openstack.Testbed;
import java.time.Duration;

/** Watching the testbed's two nodes. */
class WatchIT extends WatchContract {
    @Override
    Kws connect() {
        return Testbed.connect();
    }

    @Override
    Duration shortest() {
        return Duration.ofSeconds(1);
    }
}
