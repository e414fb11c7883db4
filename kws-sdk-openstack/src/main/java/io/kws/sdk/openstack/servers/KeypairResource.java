package io.kws.sdk.openstack.servers;

import io.kws.sdk.driver.errors.ErrorDetails;
import io.kws.sdk.driver.steps.Resource;
import io.kws.sdk.errors.AlreadyRentedException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.keypairs.Keypair;
import io.kws.sdk.keypairs.Keypairs;
import io.kws.sdk.receipts.ResourceKind;
import java.util.Optional;

/**
 * The keypair created for a server.
 *
 * @param keypairs the node's keypairs
 * @param name its name
 * @param publicKey the public key; empty to remove the keypair
 */
record KeypairResource(Keypairs keypairs, String name, String publicKey) implements Resource<Keypair> {
    /** Keypairs belong to a user, not to a project, so the comment of the key names the project. */
    static String ofProject(String publicKey, String project) {
        return publicKey + "@" + project;
    }

    /** Tells whether a keypair was created for a rental of a project, rather than by a user under such a name. */
    static boolean isOf(String publicKey, String name, String project) {
        return publicKey.strip().endsWith(ofProject(" " + name, project));
    }

    @Override
    public ResourceKind kind() {
        return ResourceKind.KEYPAIR;
    }

    /** The name contains the rental ID, so an existing keypair means that another request has started the rental. */
    @Override
    public Keypair create() {
        try {
            return keypairs.create(name, publicKey);
        } catch (ConflictException e) {
            throw ErrorDetails.ofCall(
                    new AlreadyRentedException(
                            e.reason()
                                    + "; another request is making this rental or has left it incomplete: release it by its ID first",
                            e),
                    e.node(),
                    e.requestIds());
        }
    }

    /** A keypair with the same name and another key belongs to another request for the same rental. */
    @Override
    public Optional<Keypair> find() {
        return keypairs.find(name)
                .filter(keypair ->
                        publicKey.isEmpty() || key(keypair.publicKey()).equals(key(publicKey)));
    }

    /** Returns the key of a line {@code type key comment}. */
    private static String key(String line) {
        return line.split(" ", -1)[1];
    }

    @Override
    public String id(Keypair keypair) {
        return keypair.name();
    }

    @Override
    public void delete(Keypair keypair) {
        keypairs.delete(keypair.name());
    }
}
