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
 * The keypair made for a server.
 *
 * @param keypairs where
 * @param name its name
 * @param publicKey the public half; not needed to remove it
 */
record KeypairResource(Keypairs keypairs, String name, String publicKey) implements Resource<Keypair> {
    /** Keypairs are of a user, whatever the project; so one that is left over must tell whose it was. */
    static String ofProject(String publicKey, String project) {
        return publicKey + "@" + project;
    }

    /** Tells whether a public key was made for a rental of a project, and is not a user's own of such a name. */
    static boolean isOf(String publicKey, String name, String project) {
        return publicKey.strip().endsWith(ofProject(" " + name, project));
    }

    @Override
    public ResourceKind kind() {
        return ResourceKind.KEYPAIR;
    }

    /** Its name says of which rental it is, so one that is there means that the rental has been begun. */
    @Override
    public Keypair create() {
        try {
            return keypairs.create(name, publicKey);
        } catch (ConflictException e) {
            throw ErrorDetails.ofCall(
                    new AlreadyRentedException(
                            e.reason() + "; another request is making that rental, or has left it unfinished", e),
                    e.node(),
                    e.requestIds());
        }
    }

    /** One of that name with another key is another request's with the same rental. */
    @Override
    public Optional<Keypair> find() {
        return keypairs.find(name)
                .filter(found -> publicKey.isEmpty() || key(found.publicKey()).equals(key(publicKey)));
    }

    /** Returns the key itself, of the form {@code type key comment}. */
    private static String key(String line) {
        return line.split(" ", -1)[1];
    }

    @Override
    public String id(Keypair made) {
        return made.name();
    }

    @Override
    public void delete(Keypair made) {
        keypairs.delete(made.name());
    }
}
