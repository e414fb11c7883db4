package io.kws.sdk.k8s.objects;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/** Makes DNS labels (1 to 63 of a-z, 0-9 and hyphens) from names; different names get different labels. */
public final class DnsLabels {
    private static final int LONGEST = 63;
    private static final int HASH = 6;

    private DnsLabels() {}

    /**
     * Returns the first label of an app's host name: its name, and if apps live in several namespaces, a hash of both.
     *
     * @param name the app's name
     * @param namespace the app's namespace
     * @param onlyNamespace the one namespace that the node is configured with; empty if there may be several
     * @return the label
     */
    public static String hostLabel(String name, String namespace, String onlyNamespace) {
        return namespace.equals(onlyNamespace) ? name : withHash(name, namespace + "/" + name);
    }

    /**
     * Returns a label that resembles a text, and ends in a hash.
     *
     * @param text what the label is to resemble
     * @param whole what the hash is made of
     * @return the label
     */
    public static String withHash(String text, String whole) {
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

    /**
     * Returns a digest.
     *
     * @param text the text
     * @return its SHA-256, in base 36
     */
    public static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, digest).toString(36);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM lacks SHA-256", e);
        }
    }
}
