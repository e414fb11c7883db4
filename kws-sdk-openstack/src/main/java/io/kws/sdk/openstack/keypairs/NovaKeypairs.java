package io.kws.sdk.openstack.keypairs;

import static io.kws.sdk.openstack.client.Service.COMPUTE;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.Lookup;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.values.KeypairValue;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.keypairs.Keypair;
import io.kws.sdk.keypairs.Keypairs;
import io.kws.sdk.keypairs.NewKeypair;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.openstack.resources.ResourceLookup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Keypairs in Nova. */
public final class NovaKeypairs implements Keypairs {
    private static final Lookup<Keypair> LOOKUP = new Lookup<>("keypair", Keypair::name, Keypair::name);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9 @._-]{1,255}");
    private static final String PAGED = "2.35";
    private static final String WITH_AT_AND_DOT = "2.92";

    private final OpenStackClient client;

    /**
     * Makes access to the keypairs of a node.
     *
     * @param client the node
     */
    public NovaKeypairs(OpenStackClient client) {
        this.client = client;
    }

    @Override
    public List<Keypair> list() {
        return client.list(Request.get(COMPUTE, "os-keypairs").microversion(PAGED), "keypairs").stream()
                .map(NovaKeypairs::keypair)
                .toList();
    }

    @Override
    public Optional<Keypair> find(String name) {
        return client.find(Request.get(COMPUTE, "os-keypairs", name)).map(NovaKeypairs::keypair);
    }

    @Override
    public Keypair get(String name) {
        return new ResourceLookup<>(client, LOOKUP, this::find, this::list).get(name);
    }

    @Override
    public NewKeypair create(String name) {
        checkName(name);
        SshKey key = SshKey.generate(name);
        return new NewKeypair(create(name, key.publicKey()), key.privateKey());
    }

    @Override
    public Keypair create(String name, String publicKey) {
        checkName(name);
        if (!publicKey.matches("(?s)\\s*(ssh|ecdsa|sk)-\\S+ [A-Za-z0-9+/=]+.*")) {
            throw new InvalidRequestException("public key of keypair \"" + name
                    + "\" must be in OpenSSH's one-line format, such as \"ssh-ed25519 AAAA... comment\"");
        }
        JsonNode body = Json.of(Map.of("keypair", Map.of("name", name, "public_key", publicKey.strip())));
        Request request = Request.of("POST", COMPUTE, "os-keypairs").body(body);
        return keypair(client.send(name.matches(".*[@.].*") ? request.microversion(WITH_AT_AND_DOT) : request));
    }

    @Override
    public boolean delete(String name) {
        return client.delete(COMPUTE, "os-keypairs", name);
    }

    private static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidRequestException(
                    "keypair name must be 1 to 255 letters, digits, spaces and @ . _ -, was \"" + name + "\"");
        }
    }

    private static Keypair keypair(JsonNode json) {
        JsonNode keypair = json.path("keypair");
        return KeypairValue.builder()
                .name(Json.text(keypair, "name"))
                .fingerprint(keypair.path("fingerprint").asText())
                .publicKey(keypair.path("public_key").asText())
                .build();
    }
}
