package org.jiaogongti.platform.start;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The few lines that a start prints, in UTF-8 whatever the terminal's language. */
final class Console {

    private final PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true,
            StandardCharsets.UTF_8);
    private final String command;
    private final long began = System.nanoTime();

    Console(String command) {
        this.command = command;
    }

    /** What takes time just now. */
    void step(String line) {
        out.println("  " + line);
    }

    void line(String line) {
        out.println(line);
    }

    /** How far something is, on standard error: standard output belongs to the result. */
    void progress(String line) {
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8).println("  " + line);
    }

    /** Whether colours make sense. */
    @SuppressWarnings("SystemConsoleNull") // its declaration still allows null
    boolean terminal() {
        java.io.Console terminal = System.console();
        return terminal != null && terminal.isTerminal();
    }

    String command() {
        return command;
    }

    /** Seconds since the JVM was started, class loading included. */
    String seconds() {
        double sinceJvm = ProcessHandle.current().info().startInstant()
                .map(start -> (System.currentTimeMillis() - start.toEpochMilli()) / 1000.0)
                .orElse((System.nanoTime() - began) / 1e9);
        return String.format(java.util.Locale.ROOT, "%.1f", sinceJvm);
    }
}
