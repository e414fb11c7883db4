package io.kws.sdk.openstack.faults;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/** Hears all that is logged, however fine, and is shown all errors; notes what has a secret in it. */
final class Eavesdropper extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private static final List<String> LOGGERS = List.of("io.kws", "org.openstack4j", "dev.failsafe");

    /** Tokens of the sandbox, private keys, and what subjects mark as secret. */
    private static final Pattern SECRET =
            Pattern.compile("gAAAAAB[\\w-]{20}|PRIVATE KEY-----|" + Subject.SECRET + "|\"password\"");

    private final AtomicLong lines = new AtomicLong();
    private final Queue<String> secrets = new ConcurrentLinkedQueue<>();

    Eavesdropper() {
        start();
        for (String name : LOGGERS) {
            Logger logger = (Logger) LoggerFactory.getLogger(name);
            logger.setAdditive(false);
            logger.addAppender(this);
            logger.setLevel(Level.TRACE);
        }
    }

    @Override
    protected void append(ILoggingEvent event) {
        hear(event.getFormattedMessage());
        if (event.getThrowableProxy() != null) {
            hear(ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
    }

    void hear(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        hear(text.toString());
    }

    void hear(String text) {
        lines.addAndGet(text.lines().count());
        if (SECRET.matcher(text).find()) {
            secrets.add(text);
        }
    }

    long lines() {
        return lines.get();
    }

    List<String> secrets() {
        return List.copyOf(secrets);
    }

    @Override
    public void close() {
        for (String name : LOGGERS) {
            Logger logger = (Logger) LoggerFactory.getLogger(name);
            logger.detachAppender(this);
            logger.setLevel(Level.OFF);
            logger.setAdditive(true);
        }
        stop();
    }
}
