package io.kws.sdk.servers;

public /* sealed */ interface Readiness {
    static Readiness active() { throw null; }
    static Readiness cloudInit() { throw null; }
    static Readiness ssh() { throw null; }
    static Readiness tcp(int port) { throw null; }

    public record Active() implements Readiness {
    }

    public record CloudInitFinished() implements Readiness {
    }

    public record Ssh() implements Readiness {
    }

    public record TcpPort(int port) implements Readiness {
    }
}
