package io.kws.sdk.servers;

import io.kws.sdk.errors.InvalidRequestException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What cloud-init does on a server's first boot: any user data that it accepts, or a cloud-config made step by step.
 * Checked when it is made, before any call. Immutable; prints kinds and sizes, never the content, which may hold
 * secrets.
 *
 * <p>Accepted are {@code #cloud-config}, scripts ({@code #!/bin/sh}), {@code #include}, {@code #cloud-boothook},
 * {@code ## template: jinja} and the rarer first lines that cloud-init knows, MIME multi-parts of them, and gzip of any.
 * A cloud-config must be valid YAML without a key given twice; unknown keys are left to cloud-init.
 *
 * <p>Example: {@code CloudInit.builder().addPackages("nginx").addCommands("systemctl enable --now nginx").build()}
 */
public final class CloudInit {
    /** How long Nova lets the base64 form be. */
    public static final int MAX_BASE64_LENGTH = 65535;

    private static final CloudInit NONE = new CloudInit(List.of(), new byte[0]);

    private final List<CloudInitPart> parts;
    private final byte[] userData;

    private CloudInit(List<CloudInitPart> parts, byte[] userData) {
        this.parts = parts;
        this.userData = userData;
    }

    /** {@return nothing to do} */
    public static CloudInit none() {
        return NONE;
    }

    /**
     * Returns user data as it is.
     *
     * @param text anything that cloud-init accepts; blank is the same as {@link #none}
     * @return the value
     * @throws InvalidRequestException if cloud-init would not know what the text is, or if its YAML is broken
     */
    public static CloudInit of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns user data as it is.
     *
     * @param data anything that cloud-init accepts, also gzip; empty is the same as {@link #none}
     * @return the value
     * @throws InvalidRequestException if cloud-init would not know what the data are, or if their YAML is broken
     */
    public static CloudInit of(byte[] data) {
        byte[] plain = CloudInitGzip.unzip(data);
        String text = new String(plain, StandardCharsets.UTF_8);
        if (text.isBlank()) {
            return NONE;
        }
        boolean asMime = CloudInitMime.isTakenForMime(plain);
        if (CloudInitKind.of(text).isPresent() || !asMime) {
            List<CloudInitPart> part = List.of(CloudInitPart.of(plain));
            // a script that merely mentions "MIME-Version:" is safe only inside of a multi-part
            return new CloudInit(part, asMime ? CloudInitMime.write(part) : data.clone());
        }
        return new CloudInit(CloudInitMime.read(plain), data.clone());
    }

    /**
     * Reads user data from a file.
     *
     * @param file a file of anything that cloud-init accepts
     * @return the value
     * @throws InvalidRequestException if the file cannot be read, or for the reasons of {@link #of(byte[])}
     */
    public static CloudInit read(Path file) {
        try {
            return of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new InvalidRequestException("the cloud-init file " + file + " does not exist", e);
        } catch (IOException e) {
            throw new InvalidRequestException(
                    "could not read the cloud-init file " + file + " ("
                            + e.getClass().getSimpleName() + ")",
                    e);
        } catch (InvalidRequestException e) {
            throw new InvalidRequestException(file + ": " + e.reason(), e);
        }
    }

    /** {@return the beginning of a cloud-config made step by step} */
    public static Builder builder() {
        return new CloudInitDocument();
    }

    /** {@return whether there is nothing to do} */
    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /**
     * Adds to the user's wishes what the SDK needs for itself. The result has the user's parts first and the others
     * after them, as one flat MIME multi-part. Lists such as {@code packages} and {@code runcmd} are joined, the user's
     * first; where both set a single value, the user's stays.
     *
     * @param ours what to add; its cloud-configs get a {@code Merge-Type} unless they have one
     * @return both
     * @throws InvalidRequestException if the user sets a key to a single value for which ours has a list, as cloud-init
     *     would drop one of the two
     */
    public CloudInit mergedWith(CloudInit ours) {
        if (isEmpty() || ours.isEmpty()) {
            return isEmpty() ? ours : this;
        }
        CloudInitMerge.check(parts, ours.parts);
        List<CloudInitPart> all = Stream.concat(
                        parts.stream(), ours.parts.stream().map(CloudInitMerge::mergeable))
                .toList();
        return new CloudInit(all, CloudInitMime.write(all));
    }

    /**
     * Returns what the cloud-configs among the parts set a key to. Scripts, templates and what is fetched from elsewhere
     * are not looked into.
     *
     * @param key the top-level key, such as {@code ssh_pwauth}
     * @return the values: texts, numbers, booleans, lists and maps; none if no part sets it
     */
    public List<Object> settings(String key) {
        return parts.stream()
                .filter(CloudInitPart::isCloudConfig)
                .map(part -> CloudInitYaml.parse(part.content(), "").get(key))
                .filter(Objects::nonNull)
                .toList();
    }

    /** {@return the bytes that cloud-init is to get, not yet in base64; empty for {@link #none}} */
    public byte[] userData() {
        return userData.clone();
    }

    /**
     * Returns the form that Nova takes, packed with gzip if only that makes it fit.
     *
     * @return the user data in base64, at most {@link #MAX_BASE64_LENGTH} characters
     * @throws InvalidRequestException if it is too long even so
     */
    public String toBase64() {
        String plain = Base64.getEncoder().encodeToString(userData);
        if (plain.length() <= MAX_BASE64_LENGTH) {
            return plain;
        }
        byte[] zipped = CloudInitGzip.isGzip(userData) ? userData : CloudInitGzip.zip(userData);
        String packed = Base64.getEncoder().encodeToString(zipped);
        if (packed.length() > MAX_BASE64_LENGTH) {
            throw new InvalidRequestException("the cloud-init user data has " + packed.length()
                    + " characters in base64 even as gzip, but Nova takes " + MAX_BASE64_LENGTH
                    + "; put large files where the server can fetch them");
        }
        return packed;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CloudInit that && Arrays.equals(that.userData, userData);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(userData);
    }

    /** {@return the kinds and sizes of the parts, never their content} */
    @Override
    public String toString() {
        return "CloudInit["
                + (isEmpty()
                        ? "none"
                        : parts.stream().map(CloudInitPart::toString).collect(Collectors.joining(", ")))
                + "]";
    }

    /** Makes a cloud-config. What is called several times adds up. Not safe for use by many threads. */
    public interface Builder {
        /**
         * Adds packages of the distribution to install, after fetching its list of packages.
         *
         * @param names the packages' names
         * @return this
         */
        Builder addPackages(String... names);

        /**
         * Has the list of packages fetched even if none is to be installed.
         *
         * @return this
         */
        Builder packageUpdate();

        /**
         * Has all packages brought up to date, which may take minutes.
         *
         * @return this
         */
        Builder packageUpgrade();

        /**
         * Adds commands to run once as root at the end of the first boot, each by {@code sh}.
         *
         * @param commands the command lines, run in order; a failing one does not stop the others
         * @return this
         */
        Builder addCommands(String... commands);

        /**
         * Adds a file owned by root that all may read.
         *
         * @param path the absolute path
         * @param content the content
         * @return this
         */
        default Builder writeFile(String path, String content) {
            return writeFile(path, content, "0644");
        }

        /**
         * Adds a file owned by root, written before packages are installed and commands run.
         *
         * @param path the absolute path
         * @param content the content
         * @param permissions in octal, such as {@code 0600}
         * @return this
         * @throws InvalidRequestException if the path is not absolute or the permissions are not octal
         */
        Builder writeFile(String path, String content, String permissions);

        /**
         * Adds a user besides the image's own, who may log in by key only and may not become root.
         *
         * @param name the login name
         * @param authorizedKeys public keys, as in {@code authorized_keys}
         * @return this
         */
        Builder addUser(String name, String... authorizedKeys);

        /**
         * Adds a user besides the image's own, who may log in by key only and may become root without a password.
         *
         * @param name the login name
         * @param authorizedKeys public keys, as in {@code authorized_keys}
         * @return this
         */
        Builder addAdmin(String name, String... authorizedKeys);

        /**
         * Adds public keys that may log in as the image's own user.
         *
         * @param authorizedKeys public keys, as in {@code authorized_keys}
         * @return this
         * @throws InvalidRequestException if one is a private key or not a single line
         */
        Builder addSshKeys(String... authorizedKeys);

        /**
         * Sets the host name; without it the server's name is used.
         *
         * @param name the host name
         * @return this
         */
        Builder hostname(String name);

        /**
         * Sets the time zone; without it the image's own counts, mostly UTC.
         *
         * @param zone such as {@code Europe/Berlin}
         * @return this
         */
        Builder timezone(String zone);

        /**
         * Sets any other key of the cloud-config.
         *
         * @param key the top-level key, such as {@code swap}
         * @param value texts, numbers, booleans, and lists and maps of them
         * @return this
         */
        Builder set(String key, Object value);

        /**
         * Returns the finished value.
         *
         * @return the cloud-config; {@link CloudInit#none} if nothing was set
         */
        CloudInit build();
    }
}
