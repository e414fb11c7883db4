package io.kws.sdk.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client at work in a process of its own. Used by one thread. */
public final class Contestant implements AutoCloseable {
    private static final String ANSWER = "=";
    private static final String DONE = "=done";
    private static final int LONGEST_MINUTES = 15;

    private final Peer peer;
    private final Process process;
    private final Writer tasks;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    private Contestant(Peer peer, Process process) {
        this.peer = peer;
        this.process = process;
        this.tasks = process.outputWriter(StandardCharsets.UTF_8);
        Thread reader = new Thread(this::read, "answers of " + peer.title());
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts a client.
     *
     * @param peer which
     * @param file the file that says where to, if it takes one
     * @param log where its errors go
     * @param options of the JVM
     * @return the client, ready, to be closed
     */
    static Contestant start(Peer peer, Path file, Path log, List<String> options) {
        try {
            Process process = new ProcessBuilder(command(peer, file, options))
                    .redirectError(Redirect.appendTo(log.toFile()))
                    .start();
            Contestant contestant = new Contestant(peer, process);
            contestant.answer();
            return contestant;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TaskFailedException e) {
            throw new IllegalStateException(peer.title() + " does not start", e);
        }
    }

    /** Returns the command that starts a client; tasks may follow. */
    static List<String> command(Peer peer, Path file, List<String> options) {
        List<String> command = new ArrayList<>(List.of(Jvm.java()));
        command.addAll(options);
        command.addAll(List.of("-cp", ClassPaths.running(peer), peer.main()));
        command.add(peer.argument(file.toString()));
        return command;
    }

    /** {@return who it is} */
    public Peer peer() {
        return peer;
    }

    /**
     * Lets it do a task, and waits for the end.
     *
     * @param words the task and what it is about
     * @return what it measured
     * @throws TaskFailedException if it fails
     */
    public Answer ask(String... words) throws TaskFailedException {
        try {
            tasks.write(String.join("\t", words) + "\n");
            tasks.flush();
        } catch (IOException e) {
            throw new TaskFailedException(peer.title() + " has ended: " + e.getMessage());
        }
        return answer();
    }

    /**
     * Lets it do a task that must not fail.
     *
     * @param words the task and what it is about
     * @return what it measured
     */
    public Answer must(String... words) {
        try {
            return ask(words);
        } catch (TaskFailedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer answer() throws TaskFailedException {
        try {
            String answer = answers.poll(LONGEST_MINUTES, TimeUnit.MINUTES);
            if (answer == null || !answer.startsWith(DONE)) {
                throw new TaskFailedException(answer == null ? "no answer" : answer.substring(ANSWER.length()));
            }
            return Answer.parse(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TaskFailedException("the benchmark was interrupted");
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(ANSWER)) {
                    answers.add(line);
                }
            }
        } catch (IOException e) {
            answers.add(ANSWER + e);
        }
        answers.add(ANSWER + "the process has ended");
    }

    /** Says why a client could not do a task. */
    public static final class TaskFailedException extends Exception {
        private static final long serialVersionUID = 1;

        TaskFailedException(String why) {
            super(why);
        }
    }

    /** Ends it. */
    @Override
    public void close() {
        try {
            tasks.close();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
