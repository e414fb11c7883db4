package io.kws.sdk.apps;

public /* sealed */ interface AppReadiness {
    static AppReadiness available() { throw null; }
    static AppReadiness url() { throw null; }
    static AppReadiness url(String path) { throw null; }

    public record Available() implements AppReadiness {
    }

    public record UrlAnswers(String path) implements AppReadiness {
    }
}
