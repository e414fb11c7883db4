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
 * User data for cloud-init on a server's first boot: any format cloud-init accepts, or a cloud-config assembled with a
 * builder. Validated on creation, before any call. Immutable; {@code toString} shows kinds and sizes, never the
 * content, which may hold secrets.
 *
 * <p>Accepts {@code #cloud-config}, scripts ({@code #!/bin/sh}), {@code #include}, {@code #cloud-boothook}, {@code ##
 * template: jinja} and the less common first lines that cloud-init supports, MIME multi-part messages of them, and gzip
 * of any of these. A cloud-config must be valid YAML without duplicate keys; unknown keys are passed on to cloud-init.
 *
 * <p>Example: {@code CloudInit.builder().addPackages("nginx").addCommands("systemctl enable --now nginx").build()}
 */
public final class CloudInit {
    /** The maximum length of the base64 form that Nova accepts. */
    public static final int MAX_BASE64_LENGTH = 65535;

    private static final CloudInit NONE = new CloudInit(List.of(), new byte[0]);

    private final List<CloudInitPart> parts;
    private final byte[] userData;

    private CloudInit(List<CloudInitPart> parts, byte[] userData) {
        this.parts = parts;
        this.userData = userData;
    }

    /** {@return empty user data} */
    public static CloudInit none() {
        return NONE;
    }

    /**
     * Wraps existing user data.
     *
     * @param text anything that cloud-init accepts; blank is the same as {@link #none}
     * @return the user data
     * @throws InvalidRequestException if cloud-init would not recognize the format of the text, or if its YAML is
     *     invalid
     */
    public static CloudInit of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Wraps existing user data.
     *
     * @param data anything that cloud-init accepts, also gzip; empty is the same as {@link #none}
     * @return the user data
     * @throws InvalidRequestException if cloud-init would not recognize the format of the data, or if its YAML is
     *     invalid
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
            // a script that merely mentions "MIME-Version:" is safe only inside a multi-part message
            return new CloudInit(part, asMime ? CloudInitMime.write(part) : data.clone());
        }
        return new CloudInit(CloudInitMime.read(plain), data.clone());
    }

    /**
     * Reads user data from a file.
     *
     * @param file a file with anything that cloud-init accepts
     * @return the user data
     * @throws InvalidRequestException if reading the file fails, or for the reasons of {@link #of(byte[])}
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

    /** {@return a builder for a cloud-config} */
    public static Builder builder() {
        return new CloudInitDocument();
    }

    /** {@return whether the user data is empty} */
    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /**
     * Merges the user's cloud-init with the SDK's. The result is one flat MIME multi-part message with the user's parts
     * first. Lists such as {@code packages} and {@code runcmd} are concatenated, the user's first; where both set a
     * single value, the user's wins.
     *
     * @param ours the SDK's cloud-init; its cloud-configs get a {@code Merge-Type} unless they have one
     * @return the merged user data
     * @throws InvalidRequestException if the user's cloud-init sets a key to a single value and {@code ours} sets it to
     *     a list, because cloud-init would drop one of the two
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
     * Returns the values to which the cloud-configs among the parts set a key. Scripts, templates and included URLs are
     * not inspected.
     *
     * @param key the top-level key, such as {@code ssh_pwauth}
     * @return the user datas: texts, numbers, booleans, lists and maps; none if no part sets it
     */
    public List<Object> settings(String key) {
        return parts.stream()
                .filter(CloudInitPart::isCloudConfig)
                .map(part -> CloudInitYaml.parse(part.content(), "").get(key))
                .filter(Objects::nonNull)
                .toList();
    }

    /** {@return the user data for cloud-init before base64 encoding; empty for {@link #none}} */
    public byte[] userData() {
        return userData.clone();
    }

    /**
     * Returns the form that Nova accepts, compressed with gzip if it is too long otherwise.
     *
     * @return the user data in base64, at most {@link #MAX_BASE64_LENGTH} characters
     * @throws InvalidRequestException if it is too long even when compressed
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

    /** Builds a cloud-config. Repeated calls accumulate. Not thread-safe. */
    public interface Builder {
        /**
         * Adds distribution packages to install, after updating the package index.
         *
         * @param names the packages' names
         * @return this builder
         */
        Builder addPackages(String... names);

        /**
         * Updates the package index even if no packages are installed.
         *
         * @return this builder
         */
        Builder packageUpdate();

        /**
         * Upgrades all packages, which may take minutes.
         *
         * @return this builder
         */
        Builder packageUpgrade();

        /**
         * Adds commands to run once as root at the end of the first boot, each by {@code sh}.
         *
         * @param commands the command lines, run in order; a failing one does not stop the others
         * @return this builder
         */
        Builder addCommands(String... commands);

        /**
         * Adds a file owned by root that everyone can read.
         *
         * @param path the absolute path
         * @param content the content
         * @return this builder
         */
        default Builder writeFile(String path, String content) {
            return writeFile(path, content, "0644");
        }

        /**
         * Adds a file owned by root, written before packages are installed and commands run.
         *
         * @param path the absolute path
         * @param content the content
         * @param the octal permissions, such as {@code 0600}
         * @return this builder
         * @throws InvalidRequestException if the path is not absolute or the permissions are not octal
         */
        Builder writeFile(String path, String content, String permissions);

        /**
         * Adds a user besides the image's default user, with key-only login and without sudo.
         *
         * @param name the login name
         * @param authorizedKeys public keys, as in {@code authorized_keys}
         * @return this builder
         */
        Builder addUser(String name, String... authorizedKeys);

        /**
         * Adds a user besides the image's default user, with key-only login and passwordless sudo.
         *
         * @param name the login name
         * @param authorizedKeys public keys, as in {@code authorized_keys}
         * @return this builder
         */
        Builder addAdmin(String name, String... authorizedKeys);

        /**
         * Adds public keys for logging in as the image's default user.
         *
         * @param authorizedKeys public keys, as in {@code authorized_keys}
         * @return this builder
         * @throws InvalidRequestException if one is a private key or not a single line
         */
        Builder addSshKeys(String... authorizedKeys);

        /**
         * Sets the host name; the server's name by default.
         *
         * @param name the host name
         * @return this builder
         */
        Builder hostname(String name);

        /**
         * Sets the time zone; the image's time zone by default, usually UTC.
         *
         * @param zone the time zone, such as {@code Europe/Berlin}
         * @return this builder
         */
        Builder timezone(String zone);

        /**
         * Sets any other key of the cloud-config.
         *
         * @param key the top-level key, such as {@code swap}
         * @param value a string, number or boolean, or a list or map of these
         * @return this builder
         */
        Builder set(String key, Object value);

        /**
         * Returns the cloud-config.
         *
         * @return the cloud-config; {@link CloudInit#none} if nothing was set
         */
        CloudInit build();
    }
}
