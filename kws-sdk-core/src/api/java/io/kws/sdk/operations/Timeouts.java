package io.kws.sdk.operations;

public interface Timeouts {
    default int retries() { throw null; }
    default PollInterval pollInterval() { throw null; }
    default java.time.Duration attempt() { throw null; }
    default java.time.Duration connect() { throw null; }
    default java.time.Duration firstPause() { throw null; }
    default java.time.Duration longestPause() { throw null; }
    default java.time.Duration patience() { throw null; }
    default java.time.Duration pauseBefore(int repetition) { throw null; }
    default java.time.Duration perNode() { throw null; }
    default java.time.Duration rollback() { throw null; }
    default java.time.Duration standstill() { throw null; }
    public static final Timeouts DEFAULT = null;
    static Timeouts.Builder builder() { throw null; }

    public interface Builder {
        Timeouts build();
        Timeouts.Builder attempt(java.time.Duration attempt);
        Timeouts.Builder connect(java.time.Duration connect);
        Timeouts.Builder firstPause(java.time.Duration firstPause);
        Timeouts.Builder longestPause(java.time.Duration longestPause);
        Timeouts.Builder patience(java.time.Duration patience);
        Timeouts.Builder perNode(java.time.Duration perNode);
        Timeouts.Builder pollInterval(PollInterval pollInterval);
        Timeouts.Builder retries(int retries);
        Timeouts.Builder rollback(java.time.Duration rollback);
        Timeouts.Builder standstill(java.time.Duration standstill);
    }
}
