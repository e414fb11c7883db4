package io.kws.sdk.openstack.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.kws.sdk.openstack.client.Service.COMPUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.http.Fault;
import io.kws.sdk.openstack.OpenStackStub;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** Neither the password nor a token shows anywhere, however much is logged and whatever goes wrong. */
class SecretsTest {
    @RegisterExtension
    final OpenStackStub cloud = new OpenStackStub("kws1");

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Level before = Level.OFF;

    @BeforeEach
    void listen() {
        before = root.getLevel();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.OFF);
        setLevel(Level.TRACE);
    }

    private static void setLevel(Level level) {
        for (String ours : new String[] {"io.kws", "org.openstack4j", "dev.failsafe"}) {
            ((Logger) LoggerFactory.getLogger(ours)).setLevel(level);
        }
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
        root.setLevel(before);
        setLevel(Level.OFF);
    }

    @Test
    void everything_showsNoSecret() {
        cloud.answers("GET", "/servers/1", 200, "{\"server\":{}}")
                .answers("GET", "/servers/2", 401, "{}")
                .answers("GET", "/servers/3", 500, "{}")
                .answers("GET", "/servers/4", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        OpenStackClient client = cloud.client();
        StringWriter seen = new StringWriter();
        PrintWriter out = new PrintWriter(seen);

        for (String id : new String[] {"1", "2", "3", "4"}) {
            Throwable sent = catchThrowable(() -> client.send(Request.get(COMPUTE, "servers", id)));
            Throwable called = catchThrowable(
                    () -> client.call(os -> os.compute().servers().get(id)));
            for (Throwable error : new Throwable[] {sent, called}) {
                if (error != null) {
                    error.printStackTrace(out);
                }
            }
        }
        cloud.answers("POST", "/auth/tokens", 401, "{}");
        catchThrowable(() -> cloud.client().services()).printStackTrace(out);
        out.println(cloud.calls());
        out.println(cloud.node() + " " + cloud.cloud());
        log.list.forEach(event -> out.println(event.getFormattedMessage()));

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .anyMatch(line -> line.contains("/servers/1"));
        assertThat(seen.toString())
                .contains("answered 500")
                .doesNotContain(OpenStackStub.TOKEN, OpenStackStub.PASSWORD);
    }
}
