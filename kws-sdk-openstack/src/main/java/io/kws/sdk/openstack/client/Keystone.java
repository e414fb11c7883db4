package io.kws.sdk.openstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.config.CloudConfig;
import io.kws.sdk.config.Credentials;
import io.kws.sdk.config.DomainRef;
import io.kws.sdk.config.IdentityRef;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.http.Repeatability;
import io.kws.sdk.driver.http.ServiceAnswer;
import io.kws.sdk.driver.http.ServiceRequest;
import io.kws.sdk.errors.AuthenticationFailedException;
import io.kws.sdk.errors.CapabilityMissingException;
import io.kws.sdk.errors.ConfigurationException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.secrets.Secret;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openstack4j.openstack.identity.v3.domain.KeystoneToken;

/**
 * Logs in (Identity API v3, "Password authentication" and "Authenticating with an application credential"). Own code,
 * because openstack4j knows no application credentials and logs in through its global session.
 */
final class Keystone {
    private final CloudConfig config;
    private final Function<ServiceRequest, ServiceAnswer> login;
    private final AtomicLong tokens = new AtomicLong();

    Keystone(CloudConfig config, Function<ServiceRequest, ServiceAnswer> login) {
        this.config = config;
        this.login = login;
    }

    Token logIn() {
        ServiceRequest request = new ServiceRequest(
                        "POST", Service.IDENTITY.type(), URI.create(config.authUrl() + "/auth/tokens"))
                .withRepeatability(Repeatability.READING) // a login changes nothing
                .withHeaders(Map.of("Content-Type", "application/json", "Accept", "application/json"))
                .withBody(Json.bytes(Json.object().set("auth", auth())));
        ServiceAnswer answer = send(request);
        String id = answer.header("x-subject-token").orElse("");
        if (id.isEmpty()) {
            throw noKeystone("the login was answered without a token", null);
        }
        return token(id, Json.read(request, answer).path("token"));
    }

    private ConfigurationException noKeystone(String why, @Nullable Exception cause) {
        return new ConfigurationException(
                "there is no Keystone at %s; check auth_url (%s)".formatted(config.authUrl(), why), cause);
    }

    /** A login that finds no Keystone must not look as if the thing wanted were not there. */
    private ServiceAnswer send(ServiceRequest request) {
        try {
            return login.apply(request);
        } catch (NotFoundException | CapabilityMissingException e) {
            throw noKeystone(e.reason(), e);
        } catch (AuthenticationFailedException e) {
            throw new AuthenticationFailedException(
                    "Keystone at %s refuses the credentials of %s; check them in the configuration (%s)"
                            .formatted(config.authUrl(), whose(), e.reason()),
                    e);
        }
    }

    private String whose() {
        Credentials credentials = config.credentials();
        if (credentials instanceof Credentials.Password login) {
            return "user %s for project %s".formatted(named(login.user()), named(login.project()));
        }
        return credentials instanceof Credentials.ApplicationCredentialId byId
                ? "application credential " + byId.id()
                : "the application credential";
    }

    private static String named(IdentityRef reference) {
        return reference instanceof IdentityRef.ByName byName
                ? "\"" + byName.name() + "\""
                : ((IdentityRef.ById) reference).id();
    }

    private Token token(String id, JsonNode token) {
        KeystoneToken keystone = Json.as(token, KeystoneToken.class);
        keystone.setId(id);
        keystone.setEndpoint(config.authUrl().toString());
        try {
            Instant issued = Instant.parse(token.path("issued_at").asText());
            Instant expires = Instant.parse(token.path("expires_at").asText());
            return new Token(
                    tokens.incrementAndGet(),
                    Secret.of(id),
                    Token.renewAt(Instant.now(), Duration.between(issued, expires)),
                    token.path("project").path("id").asText(),
                    new Catalog(config, token.path("catalog")),
                    keystone);
        } catch (DateTimeException e) {
            throw new ServiceFailureException("the identity service tells no time at which the token expires", e);
        }
    }

    private ObjectNode auth() {
        Credentials credentials = config.credentials();
        if (credentials instanceof Credentials.Password login) {
            ObjectNode auth = method("password");
            ObjectNode user = auth.withObject("/identity/password/user");
            user.setAll(reference(login.user()));
            user.put("password", login.password().reveal());
            auth.withObject("/scope/project").setAll(reference(login.project()));
            return auth;
        }
        ObjectNode auth = method("application_credential");
        ObjectNode own = auth.withObject("/identity/application_credential");
        if (credentials instanceof Credentials.ApplicationCredentialId byId) {
            own.put("id", byId.id()).put("secret", byId.secret().reveal());
        } else if (credentials instanceof Credentials.ApplicationCredentialName byName) {
            own.put("name", byName.name()).put("secret", byName.secret().reveal());
            own.set("user", reference(byName.user()));
        }
        return auth;
    }

    private static ObjectNode method(String name) {
        ObjectNode auth = Json.object();
        auth.withObject("/identity").putArray("methods").add(name);
        return auth;
    }

    private static ObjectNode reference(IdentityRef reference) {
        if (reference instanceof IdentityRef.ByName named) {
            ObjectNode node = Json.object().put("name", named.name());
            DomainRef domain = named.domain();
            node.withObject("/domain")
                    .put(domain.id().isEmpty() ? "name" : "id", domain.id().isEmpty() ? domain.name() : domain.id());
            return node;
        }
        return Json.object().put("id", ((IdentityRef.ById) reference).id());
    }
}
