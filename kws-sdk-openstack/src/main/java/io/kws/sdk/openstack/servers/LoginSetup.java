package io.kws.sdk.openstack.servers;

import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.secrets.Secret;
import io.kws.sdk.servers.CloudInit;
import io.kws.sdk.servers.Login;
import io.kws.sdk.servers.Readiness;
import io.kws.sdk.servers.ServerSpec;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.codec.digest.Sha2Crypt;

/** What the SDK adds to the renter's cloud-init. */
final class LoginSetup {
    /** Keys of a cloud-config that bear upon the password, and which of their values do it no harm. */
    private static final Map<String, Predicate<Object>> LEAVE_PASSWORD_ALONE = Map.of(
            "password",
            value -> false,
            "ssh_pwauth",
            LoginSetup::isTrue,
            "chpasswd",
            LoginSetup::onlyKeepsFromExpiring,
            "users",
            users -> users.toString().contains("default"));

    private LoginSetup() {}

    /** Returns the user data for Nova, in Base64; empty if there is none. */
    static String userData(ServerSpec spec) {
        CloudInit all = spec.cloudInit();
        if (spec.login() instanceof Login.Password login) {
            requireNothingAgainstPassword(spec.cloudInit());
            all = all.mergedWith(password(login.password()));
        }
        if (spec.readyWhen() instanceof Readiness.CloudInitFinished) {
            all = all.mergedWith(announcement(spec.rentalId()));
        }
        return all.toBase64();
    }

    /** Where both set a value, cloud-init keeps the renter's: some would lock the password out without a word. */
    private static void requireNothingAgainstPassword(CloudInit renters) {
        LEAVE_PASSWORD_ALONE.forEach((key, leavesAlone) -> {
            if (!renters.settings(key).stream().allMatch(leavesAlone)) {
                throw new InvalidRequestException("the renter's cloud-config sets \"" + key
                        + "\" so that the login's password would not work; leave it out, or take another login");
            }
        });
    }

    /** With a list of accounts in it, cc_set_passwords forgets the key {@code password}. */
    private static boolean onlyKeepsFromExpiring(Object chpasswd) {
        return chpasswd instanceof Map<?, ?> map
                && Set.of("expire").containsAll(map.keySet())
                && map.values().stream().noneMatch(LoginSetup::isTrue);
    }

    private static boolean isTrue(Object value) {
        return Set.of("true", "yes", "on", "1").contains(value.toString().toLowerCase(Locale.ROOT));
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

    /**
     * In the background, as cloud-init writes its result only after its last script has ended; three times, as others
     * write to the console too.
     */
    private static CloudInit announcement(RentalId rental) {
        return CloudInit.of("""
                #!/bin/sh
                result=/run/cloud-init/result.json
                nohup sh -c "while [ ! -s $result ]; do sleep 1; done
                for time in 1 2 3; do
                printf '\\n%s%%s\\n' \\"\\$(tr -d '\\n' < $result)\\" > /dev/console
                sleep 1
                done" > /dev/null 2>&1 &
                """.formatted(CloudInitResult.mark(rental)));
    }
}
