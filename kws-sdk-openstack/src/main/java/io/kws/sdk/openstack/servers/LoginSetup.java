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

/** Adds to the renter's cloud-init what the login and the readiness check need. */
final class LoginSetup {
    /** Keys of a cloud-config that affect the password, and which of their values keep it working. */
    private static final Map<String, Predicate<Object>> KEEPING_PASSWORD = Map.of(
            "password",
            value -> false,
            "ssh_pwauth",
            LoginSetup::isTrue,
            "chpasswd",
            LoginSetup::onlyPreventsExpiry,
            "users",
            users -> users.toString().contains("default"));

    private LoginSetup() {}

    /** Returns the user data for Nova in Base64; empty if there is none. */
    static String userData(ServerSpec spec) {
        CloudInit merged = spec.cloudInit();
        if (spec.login() instanceof Login.Password login) {
            requirePasswordKept(spec.cloudInit());
            merged = merged.mergedWith(password(login.password()));
        }
        if (spec.readyWhen() instanceof Readiness.CloudInitFinished) {
            merged = merged.mergedWith(resultAnnouncement(spec.rentalId()));
        }
        return merged.toBase64();
    }

    /** Where both set a value, cloud-init uses the renter's; some values would silently disable the password. */
    private static void requirePasswordKept(CloudInit renters) {
        KEEPING_PASSWORD.forEach((key, keepsPassword) -> {
            if (!renters.settings(key).stream().allMatch(keepsPassword)) {
                throw new InvalidRequestException(
                        "cloud-config key \"%s\" would disable the login's password; remove the key or choose another login"
                                .formatted(key));
            }
        });
    }

    /** With a list of accounts in {@code chpasswd}, cc_set_passwords ignores the key {@code password}. */
    private static boolean onlyPreventsExpiry(Object chpasswd) {
        return chpasswd instanceof Map<?, ?> map
                && Set.of("expire").containsAll(map.keySet())
                && map.values().stream().noneMatch(LoginSetup::isTrue);
    }

    private static boolean isTrue(Object value) {
        return Set.of("true", "yes", "on", "1").contains(value.toString().toLowerCase(Locale.ROOT));
    }

    /** cc_set_passwords sets the hash as the password of the image's default user. */
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
     * Writes cloud-init's result to the console: in the background, because cloud-init saves its result only after its
     * last script has ended, and three times, because other programs write to the console as well.
     */
    private static CloudInit resultAnnouncement(RentalId rental) {
        return CloudInit.of("""
                #!/bin/sh
                result=/run/cloud-init/result.json
                nohup sh -c "while [ ! -s $result ]; do sleep 1; done
                for time in 1 2 3; do
                printf '\\n%s%%s\\n' \\"\\$(tr -d '\\n' < $result)\\" > /dev/console
                sleep 1
                done" > /dev/null 2>&1 &
                """.formatted(CloudInitResult.marker(rental)));
    }
}
