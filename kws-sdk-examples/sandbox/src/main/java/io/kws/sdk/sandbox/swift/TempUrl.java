package io.kws.sdk.sandbox.swift;

import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Query;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Addresses that open one object, or all below a prefix, for a while to whoever knows them. Guarded by the node's lock. */
final class TempUrl {
    private static final Map<Integer, String> DIGESTS = Map.of(40, "HmacSHA1", 64, "HmacSHA256", 128, "HmacSHA512");
    private static final Map<String, List<String>> METHODS = Map.of(
            "HEAD", List.of("HEAD", "GET", "PUT", "POST"),
            "GET", List.of("GET"),
            "PUT", List.of("PUT"),
            "POST", List.of("POST"),
            "DELETE", List.of("DELETE"));

    private final Accounts accounts;

    TempUrl(Accounts accounts) {
        this.accounts = accounts;
    }

    static boolean isUsed(Request request) {
        return request.query().names().contains("temp_url_sig")
                || request.query().names().contains("temp_url_expires");
    }

    /** Refuses a request whose signature does not hold; returns which containers it opens, by whose key it is. */
    Predicate<Container> check(Target target, Request request) {
        Query query = request.query();
        Instant end = end(query.last("temp_url_expires").orElse(""));
        String path = query.last("temp_url_prefix")
                .map(prefix -> "prefix:/v1/%s/%s/%s".formatted(target.account(), target.container(), prefix))
                .orElse("/v1/%s/%s/%s".formatted(target.account(), target.container(), target.object()));
        boolean below = target.object().startsWith(query.last("temp_url_prefix").orElse(""));
        String signature = hexadecimal(query.last("temp_url_sig").orElse(""));
        List<String> texts = METHODS.getOrDefault(request.method(), List.of()).stream()
                .map(method -> method + "\n" + end.getEpochSecond() + "\n" + path)
                .toList();
        Predicate<Metadata> signs = place -> texts.stream()
                .anyMatch(text -> keys(place)
                        .anyMatch(key -> sign(text, key, signature.length()).equalsIgnoreCase(signature)));
        Account account = accounts.get(target.account());
        boolean byAccount = signs.test(account.metadata());
        boolean byContainer = account.find(target.container())
                .map(Container::metadata)
                .filter(signs)
                .isPresent();
        if (!(byAccount || byContainer) || !below || !accounts.now().isBefore(end)) {
            throw new Refusal(401, "tempurl", "401 Unauthorized: Temp URL invalid\n");
        }
        return container -> byAccount || container.name().equals(target.container());
    }

    /** Newer clients write the name of the digest and base64. */
    private static String hexadecimal(String signature) {
        int colon = signature.indexOf(':');
        try {
            return colon < 0
                    ? signature
                    : HexFormat.of()
                            .formatHex(Base64.getDecoder()
                                    .decode(signature
                                            .substring(colon + 1)
                                            .replace('-', '+')
                                            .replace('_', '/')));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Instant end(String text) {
        try {
            return text.matches("\\d{1,12}") ? Instant.ofEpochSecond(Long.parseLong(text)) : Instant.parse(text);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    private static Stream<String> keys(Metadata metadata) {
        return Stream.of(metadata.get("Temp-Url-Key"), metadata.get("Temp-Url-Key-2"))
                .filter(key -> !key.isEmpty());
    }

    private static String sign(String text, String key, int length) {
        String algorithm = DIGESTS.get(length);
        if (algorithm == null) {
            return "";
        }
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.ISO_8859_1), algorithm));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes an answer so that a browser saves it, and hides the metadata. */
    static Answer finish(Target target, Request request, Answer answer) {
        Answer plain = answer.without(name -> name.startsWith("X-Object-Meta-"));
        if (answer.status() >= 300 || request.method().equals("PUT")) {
            return plain;
        }
        String name = request.query()
                .last("filename")
                .orElse(target.object().replaceFirst("/+$", "").replaceFirst("(?s).*/", ""));
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        boolean inline = request.query().names().contains("inline");
        String disposition = inline
                ? "inline"
                : "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(encoded.replace("%20", " "), encoded);
        return plain.header("Content-Disposition", disposition)
                .header(
                        "Expires",
                        Times.http(end(request.query().last("temp_url_expires").orElse(""))));
    }
}
