package io.kws.sdk.faults;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.kws.sdk.errors.KwsException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/** Hears all that is logged, however fine, and is shown all errors; notes what has a secret in it. */
public final class Eavesdropper extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    /** What trials begin their passwords, secrets of apps and the like with; to be seen nowhere. */
    public static final String SECRET = "hush-hush";

    private static final List<String> LOGGERS = List.of("io.kws", "org.openstack4j", "dev.failsafe", "io.kubernetes");

    /** Tokens of Keystone, private keys, and what is marked as secret, also as Kubernetes writes it. */
    private static final Pattern MARKED =
            Pattern.compile("gAAAAAB[\\w-]{20}|PRIVATE KEY-----|\"password\"|Bearer \\S{20}|" + SECRET + "|"
                    + inBase64(0) + "|" + inBase64(1) + "|" + inBase64(2));

    private final AtomicLong lines = new AtomicLong();
    private final Queue<String> found = new ConcurrentLinkedQueue<>();
    private final Set<String> others = ConcurrentHashMap.newKeySet();

    /** Begins to listen. */
    Eavesdropper() {
        start();
        for (String name : LOGGERS) {
            Logger logger = (Logger) LoggerFactory.getLogger(name);
            logger.setAdditive(false);
            logger.addAppender(this);
            logger.setLevel(Level.TRACE);
        }
    }

    /** Returns what is the same of it whatever stands around it. */
    private static String inBase64(int bytesBefore) {
        byte[] text = ("_".repeat(bytesBefore) + SECRET).getBytes(StandardCharsets.UTF_8);
        String written = Base64.getEncoder().withoutPadding().encodeToString(text);
        return written.substring((bytesBefore * 8 + 5) / 6, text.length * 8 / 6);
    }

    /** Listens for secrets that bear no mark, too. */
    void listenFor(Collection<String> secrets) {
        others.addAll(secrets);
    }

    @Override
    protected void append(ILoggingEvent event) {
        hear(event.getFormattedMessage());
        if (event.getThrowableProxy() != null) {
            hear(ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
    }

    void hear(KwsException failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        hear(text.toString());
        hear(failure.receipt().toString());
    }

    void hear(String text) {
        lines.addAndGet(text.lines().count());
        if (MARKED.matcher(text).find() || others.stream().anyMatch(text::contains)) {
            found.add(text);
        }
    }

    List<String> secrets() {
        return List.copyOf(found);
    }

    Findings findings() {
        return new Findings(0, 0, 0, 0, 0, lines.get(), found.size());
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
