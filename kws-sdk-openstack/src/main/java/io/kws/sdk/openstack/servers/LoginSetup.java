package io.kws.sdk.openstack.servers;

import io.kws.sdk.Secret;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.servers.CloudInit;
import io.kws.sdk.servers.Login;
import io.kws.sdk.servers.Readiness;
import io.kws.sdk.servers.ServerSpec;
import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.Sha2Crypt;

/** What the SDK adds to the renter's cloud-init. */
final class LoginSetup {
    private LoginSetup() {}

    /** Returns the user data for Nova, in Base64; empty if there is none. */
    static String userData(ServerSpec spec) {
        CloudInit all = spec.cloudInit();
        if (spec.login() instanceof Login.Password login) {
            all = all.mergedWith(password(login.password()));
        }
        if (spec.readyWhen() instanceof Readiness.CloudInitFinished) {
            all = all.mergedWith(announcement(spec.rentalId()));
        }
        return all.toBase64();
    }

    /** cc_set_passwords takes a hash as it is and gives it to the image's default user. */
    private static CloudInit password(Secret password) {
        String hash = Sha2Crypt.sha512Crypt(password.reveal().getBytes(StandardCharsets.UTF_8));
        return CloudInit.of("""
                #cloud-config
                password: "%s"
                chpasswd:
                  expire: false
                ssh_pwauth: true
                """.formatted(hash));
    }

    /** In the background, as cloud-init writes its result only after its last script has ended. */
    private static CloudInit announcement(RentalId rental) {
        return CloudInit.of("""
                #!/bin/sh
                result=/run/cloud-init/result.json
                nohup sh -c "while [ ! -s $result ]; do sleep 1; done
                printf '\\n%s%%s\\n' \\"\\$(tr -d '\\n' < $result)\\" > /dev/console" > /dev/null 2>&1 &
                """.formatted(CloudInitEnd.mark(rental)));
    }
}
