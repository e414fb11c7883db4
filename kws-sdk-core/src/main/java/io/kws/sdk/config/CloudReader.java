package io.kws.sdk.config;

import io.kws.sdk.errors.ConfigurationException;
import io.kws.sdk.secrets.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a {@link CloudConfig} of one cloud's settings, with openstacksdk's rules. */
final class CloudReader {
    private static final String OVERRIDE = "_endpoint_override";
    private static final Pattern REFERENCE = Pattern.compile("\\{(region_name|profile)}");

    private final CloudSettings settings;

    CloudReader(CloudSettings settings) {
        this.settings = settings;
    }

    CloudConfig read() {
        CloudConfig.Builder cloud = CloudConfig.builder()
                .authUrl(authUrl())
                .credentials(credentials())
                .endpointInterface(endpointInterface())
                .tls(tls());
        settings.text("region_name").ifPresent(cloud::region);
        for (String key : settings.values().keySet()) {
            if (key.endsWith(OVERRIDE) && key.length() > OVERRIDE.length()) {
                String type = key.substring(0, key.length() - OVERRIDE.length()).replace('_', '-');
                cloud.putEndpointOverrides(type, address(key));
            }
        }
        return cloud.build();
    }

    private URI authUrl() {
        String written = settings.required("auth_url");
        String filled = REFERENCE
                .matcher(written)
                .replaceAll(reference -> Matcher.quoteReplacement(settings.required(reference.group(1))));
        try {
            return KeystoneUrl.versioned(KeystoneUrl.parse(filled));
        } catch (ConfigurationException e) {
            throw settings.wrong("auth_url", "is not usable: " + e.reason());
        }
    }

    private Credentials credentials() {
        boolean byCredential = settings.text("application_credential_id", "application_credential_name")
                .isPresent();
        String type = settings.text("auth_type", "auth_plugin")
                .orElse(byCredential ? "v3applicationcredential" : "password")
                .toLowerCase(Locale.ROOT);
        return switch (type) {
            case "password", "v3password" -> password();
            case "v3applicationcredential" -> applicationCredential();
            default ->
                throw settings.wrong(
                        "auth_type",
                        "is \"" + type + "\", which is not supported; use password or v3applicationcredential");
        };
    }

    private Credentials password() {
        IdentityRef user =
                user().orElseThrow(() -> settings.missing(spelled("username") + " (or " + spelled("user_id") + ")"));
        Secret password = Secret.of(settings.required("password"));
        IdentityRef project = settings.text("project_id", "tenant_id")
                .map(IdentityRef::id)
                .or(() -> settings.text("project_name", "tenant_name")
                        .map(name -> IdentityRef.named(name, domain("project_domain"))))
                .orElseThrow(() -> settings.missing(spelled("project_name") + " (or " + spelled("project_id") + ")"));
        return Credentials.password(user, password, project);
    }

    private Credentials applicationCredential() {
        Secret secret = Secret.of(settings.required("application_credential_secret"));
        Optional<String> id = settings.text("application_credential_id");
        if (id.isPresent()) {
            return Credentials.applicationCredential(id.get(), secret);
        }
        String name = settings.text("application_credential_name")
                .orElseThrow(() -> settings.missing(spelled("application_credential_id")));
        IdentityRef user = user().orElseThrow(() -> settings.missing(
                spelled("username") + ", which " + spelled("application_credential_name") + " needs; an ID would not"));
        return Credentials.applicationCredential(name, user, secret);
    }

    private Optional<IdentityRef> user() {
        return settings.text("user_id")
                .map(IdentityRef::id)
                .or(() -> settings.text("username", "user_name")
                        .map(name -> IdentityRef.named(name, domain("user_domain"))));
    }

    private DomainRef domain(String prefix) {
        return domainOf(prefix)
                .or(() -> domainOf("domain"))
                .or(() -> domainOf("default_domain"))
                .or(() -> settings.text("default_domain").map(DomainRef::id))
                .orElse(DomainRef.DEFAULT);
    }

    private Optional<DomainRef> domainOf(String prefix) {
        return settings.text(prefix + "_id")
                .map(DomainRef::id)
                .or(() -> settings.text(prefix + "_name").map(DomainRef::named));
    }

    private EndpointInterface endpointInterface() {
        String written = settings.text("interface", "endpoint_type").orElse("public");
        return switch (written) {
            case "public", "publicURL" -> EndpointInterface.PUBLIC;
            case "internal", "internalURL" -> EndpointInterface.INTERNAL;
            case "admin", "adminURL" -> EndpointInterface.ADMIN;
            default -> throw settings.wrong("interface", "must be public, internal or admin");
        };
    }

    private Tls tls() {
        boolean verified = !settings.flag("insecure").orElse(false)
                && settings.flag("verify").orElse(true);
        Optional<Path> authorities = settings.file("cacert");
        Tls trust = verified ? authorities.map(Tls::trusting).orElseGet(Tls::standard) : Tls.unverified();
        Optional<Path> certificate = settings.file("cert");
        Optional<Path> key = settings.file("key").or(() -> certificate);
        if (certificate.isEmpty() && key.isPresent()) {
            throw settings.missing(spelled("cert") + ", though it has " + spelled("key"));
        }
        return certificate
                .flatMap(file -> key.map(keyFile -> trust.withClientCertificate(file, keyFile)))
                .orElse(trust);
    }

    private URI address(String key) {
        try {
            URI address = new URI(settings.required(key));
            if (address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // the exception repeats the text, which may hold a password
        }
        throw settings.wrong(key, "is not a URL");
    }

    private String spelled(String key) {
        return settings.spelling().apply(key);
    }
}
