package io.kws.sdk.k8s.workloads;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;

/** Makes DNS labels, 1 to 63 of a-z, 0-9 and hyphens, of what people name things; different things get different ones. */
final class DnsLabels {
    private static final int LONGEST = 63;
    private static final int HASH = 6;

    private DnsLabels() {}

    /**
     * Returns the first label of an app's host name: its name, and where apps live in several namespaces, a hash of both.
     *
     * @param single the one namespace that the node is configured with, if it is
     */
    static String hostLabel(String name, String namespace, Optional<String> single) {
        boolean isAlone = single.filter(namespace::equals).isPresent();
        return isAlone ? name : withHash(name, namespace + "/" + name);
    }

    /** Returns a label that tells the text it is made of, as far as that goes, and ends in a hash of the whole. */
    static String withHash(String text, String whole) {
        String slug = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        int room = LONGEST - HASH - 1;
        String cut = slug.length() > room ? slug.substring(0, room) : slug;
        String trimmed = cut.replaceAll("^-+|-+$", "");
        return (trimmed.isEmpty() ? "x" : trimmed) + "-" + hash(whole);
    }

    private static String hash(String text) {
        String digest = digest(text);
        return digest.substring(digest.length() - HASH);
    }

    /** Returns what no other text has. */
    static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, digest).toString(36);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256", e);
        }
    }
}
