package io.kws.sdk.ides;

import java.time.Instant;
import java.util.OptionalInt;

/** The storage of the files of an IDE: a PersistentVolumeClaim, ReadWriteOnce. Immutable. */
public interface Workspace {
    /** {@return the name of the claim} */
    String claim();

    /** {@return the size in GiB, rounded up; empty if the cluster does not report it} */
    OptionalInt sizeGib();

    /** {@return the time of its creation} */
    Instant created();
}
