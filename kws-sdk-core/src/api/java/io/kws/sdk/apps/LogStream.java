package io.kws.sdk.apps;

public interface LogStream extends java.util.Iterator<LogLine>, AutoCloseable {
    void close();
}
