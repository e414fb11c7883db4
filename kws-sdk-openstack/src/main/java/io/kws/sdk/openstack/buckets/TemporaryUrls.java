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

/** Signs addresses of single objects: with the key of their bucket, those of large objects with the key of the account. */
final class TemporaryUrls {
    private static final String ACCOUNT_KEY = "X-Account-Meta-Temp-URL-Key";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration LONGEST = Duration.ofDays(36_525);

    private final ObjectStore store;
    private final String bucket;

    TemporaryUrls(ObjectStore store, String bucket) {
        this.store = store;
        this.bucket = bucket;
    }

    static String newKey() {
        byte[] key = new byte[20];
        RANDOM.nextBytes(key);
        return HexFormat.of().formatHex(key);
    }

    URI sign(String name, UrlAccess access, Duration validFor) {
        if (validFor.compareTo(Duration.ofSeconds(1)) < 0 || validFor.compareTo(LONGEST) > 0) {
            throw new InvalidRequestException("an address cannot be valid for %s: a second to a hundred years"
                    .formatted(DurationText.words(validFor)));
        }
        String method = access == UrlAccess.READ ? "GET" : "PUT";
        String digest = store.capabilities().digest();
        URI address = store.containers().client().address(SwiftContainers.request(method, bucket, name));
        long end = Instant.now().plus(validFor).getEpochSecond();
        // The path is signed as it reads, not as it is encoded.
        String signature = sign(digest, key(name, access), method + "\n" + end + "\n" + address.getPath());
        return URI.create(address + "?temp_url_sig=" + signature + "&temp_url_expires=" + end);
    }

    /** The key of a bucket opens nothing of another container, so not the segments of a large object. */
    private Secret key(String name, UrlAccess access) {
        boolean isLarge = access == UrlAccess.READ
                && store.containers()
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
        store.containers().client().reply(post.header(header, newKey()).repeatable());
        return key(head.get(), header).orElseThrow(() -> new NotFoundException("the key for the address is lost"));
    }

    private Reply account() {
        return store.containers().client().reply(Request.of("HEAD", OBJECT_STORE));
    }

    private Reply head() {
        return store.containers()
                .head(bucket)
                .orElseThrow(() -> store.missingBucket().apply(bucket));
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
