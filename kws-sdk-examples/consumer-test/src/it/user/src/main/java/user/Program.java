package user;

import io.kws.sdk.Kws;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.servers.Server;

/** Uses the API in a build that allows no warning: no class file of ours may name a class that is not there. */
public final class Program {
    private Program() {}

    public static void main(String[] args) {
        Timeouts timeouts = Timeouts.builder().build();
        try (Kws kws = Kws.connect()) {
            for (Server server : kws.node(args[0]).servers().list()) {
                System.out.println(server.name() + " " + timeouts);
            }
        }
    }
}
