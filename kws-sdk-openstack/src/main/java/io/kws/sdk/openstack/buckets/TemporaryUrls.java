package io.kws.sdk.openstack.buckets;

import static io.kws.sdk.openstack.client.Service.OBJECT_STORE;

import io.kws.sdk.buckets.UrlAccess;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.internal.text.DurationText;
import io.kws.sdk.openstack.client.Reply;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.secrets.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs URLs of single objects: with the key of their bucket, or for large objects with the key of the account. */
final class TemporaryUrls {
    private static final String ACCOUNT_KEY = "X-Account-Meta-Temp-URL-Key";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration MAX_VALIDITY = Duration.ofDays(36_525);

    private final BucketNode node;
    private final String bucket;

    TemporaryUrls(BucketNode node, String bucket) {
        this.node = node;
        this.bucket = bucket;
    }

    static String newKey() {
        byte[] key = new byte[20];
        RANDOM.nextBytes(key);
        return HexFormat.of().formatHex(key);
    }

    URI sign(String name, UrlAccess access, Duration validFor) {
        if (validFor.compareTo(Duration.ofSeconds(1)) < 0 || validFor.compareTo(MAX_VALIDITY) > 0) {
            throw new InvalidRequestException("validity of a temporary URL must be from 1 second to 100 years, was %s"
                    .formatted(DurationText.words(validFor)));
        }
        String method = access == UrlAccess.READ ? "GET" : "PUT";
        String digest = node.capabilities().digest();
        URI address = node.client().address(SwiftContainers.request(method, bucket, name));
        long end = Instant.now().plus(validFor).getEpochSecond();
        // The signature covers the decoded path.
        String signature = sign(digest, key(name, access), method + "\n" + end + "\n" + address.getPath());
        return URI.create(address + "?temp_url_sig=" + signature + "&temp_url_expires=" + end);
    }

    /** The key of a bucket gives no access to another container, and so not to the segments of a large object. */
    private Secret key(String name, UrlAccess access) {
        boolean isLarge = access == UrlAccess.READ
                && node.containers()
                        .head(bucket, name)
                        .map(Reply::headers)
                        .filter(headers -> ObjectHeaders.isLarge(headers) || headers.containsKey(ObjectHeaders.DYNAMIC))
                        .isPresent();
        return isLarge
                ? key(Request.of("POST", OBJECT_STORE), ACCOUNT_KEY, this::account)
                : key(SwiftContainers.request("POST", bucket), BucketHeaders.KEY, this::head);
    }

    private Secret key(Request post, String header, Supplier<Reply> head) {
        Optional<Secret> key = key(head.get(), header);
        if (key.isPresent()) {
            return key.get();
        }
        node.client().reply(post.header(header, newKey()).repeatable());
        return key(head.get(), header)
                .orElseThrow(() -> new NotFoundException(
                        "the key for temporary URLs has just been deleted by another program; try again"));
    }

    private Reply account() {
        return node.client().reply(Request.of("HEAD", OBJECT_STORE));
    }

    private Reply head() {
        return node.containers().head(bucket).orElseThrow(() -> node.missingBucket(bucket));
    }

    private static Optional<Secret> key(Reply reply, String header) {
        return Optional.of(reply.header(header)).filter(key -> !key.isEmpty()).map(Secret::of);
    }

    private static String sign(String digest, Secret key, String text) {
        String algorithm = "Hmac" + digest.toUpperCase(Locale.ROOT);
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.ISO_8859_1), algorithm));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
