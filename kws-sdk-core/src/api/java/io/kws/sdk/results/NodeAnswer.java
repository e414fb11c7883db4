package io.kws.sdk.results;

public record NodeAnswer(java.util.Optional<java.time.Instant> asOf, java.util.Optional<io.kws.sdk.errors.KwsException> failure) {
}
