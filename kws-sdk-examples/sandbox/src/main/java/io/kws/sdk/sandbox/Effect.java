package io.kws.sdk.sandbox;

import java.time.Duration;

/** What a fault does to a request. */
sealed interface Effect {
    record None() implements Effect {}

    record Status(int code) implements Effect {}

    record Text(int code, String body, String contentType) implements Effect {}

    record ResetBefore() implements Effect {}

    record ResetAfter() implements Effect {}

    record Hang() implements Effect {}

    record SlowBody(Duration whole) implements Effect {}

    record Malformed() implements Effect {}

    record Html() implements Effect {}
}
