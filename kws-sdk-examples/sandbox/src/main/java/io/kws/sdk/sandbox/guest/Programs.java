package io.kws.sdk.sandbox.guest;

import java.util.Set;

/** The programs that every container has. */
final class Programs {
    private static final Set<String> SHELLS = Set.of("sh", "bash", "ash");
    private static final Set<String> OTHERS = Set.of(
            ":",
            "cat",
            "date",
            "echo",
            "env",
            "exec",
            "exit",
            "false",
            "hostname",
            "httpd",
            "ls",
            "nginx",
            "node",
            "printenv",
            "python",
            "python3",
            "rm",
            "sleep",
            "tail",
            "top",
            "trap",
            "true",
            "wait",
            "web",
            "yes",
            "code-server",
            "entrypoint.sh",
            "java",
            "redis-server",
            "sshd",
            "supervisord");

    private Programs() {}

    /** The name without the folder. */
    static String name(String program) {
        return program.substring(program.lastIndexOf('/') + 1);
    }

    static boolean exists(String program) {
        return OTHERS.contains(name(program)) || isShell(program);
    }

    static boolean isShell(String program) {
        return SHELLS.contains(name(program));
    }

    /** Why a program cannot be started, as runc tells it. */
    static String missing(String program) {
        String why = program.contains("/")
                ? "stat " + program + ": no such file or directory"
                : "executable file not found in $PATH";
        return "failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create"
                + " failed: unable to start container process: exec: \"%s\": %s: unknown".formatted(program, why);
    }
}
