package io.kws.sdk.openstack.images;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Determines the login user of an image: its property, otherwise the default of its distribution. */
final class LoginUser {
    private static final Map<String, String> BY_DISTRIBUTION = Map.ofEntries(
            Map.entry("ubuntu", "ubuntu"),
            Map.entry("debian", "debian"),
            Map.entry("cirros", "cirros"),
            Map.entry("fedora", "fedora"),
            Map.entry("centos", "centos"),
            Map.entry("rocky", "rocky"),
            Map.entry("almalinux", "almalinux"),
            Map.entry("rhel", "cloud-user"),
            Map.entry("opensuse", "opensuse"),
            Map.entry("arch", "arch"),
            Map.entry("alpine", "alpine"),
            Map.entry("freebsd", "freebsd"));

    private static final Pattern USER = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,31}");

    private LoginUser() {}

    static String of(String adminUser, String distribution, String imageName) {
        if (USER.matcher(adminUser).matches()) { // the property may contain anything
            return adminUser;
        }
        String known = BY_DISTRIBUTION.getOrDefault(distribution.toLowerCase(Locale.ROOT), "");
        return known.isEmpty() ? byName(imageName.toLowerCase(Locale.ROOT)) : known;
    }

    private static String byName(String imageName) {
        return BY_DISTRIBUTION.keySet().stream()
                .filter(imageName::startsWith)
                .findFirst()
                .map(distribution -> BY_DISTRIBUTION.getOrDefault(distribution, ""))
                .orElse("");
    }
}
