package org.jiaogongti.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** What one command answered. */
public record Outcome(int exit, String out, String err) {

    public static Outcome of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Jgt.run(new PrintWriter(out), new PrintWriter(err), args);
        return new Outcome(exit, out.toString(), err.toString());
    }

    static Outcome evaluate(java.nio.file.Path facts, String asOf, String... more) {
        List<String> args = new java.util.ArrayList<>(List.of("charter", "evaluate", "--charter", "fenghua-2019",
                "--facts", facts.toString(), "--as-of", asOf));
        args.addAll(List.of(more));
        return of(args.toArray(String[]::new));
    }

    public List<String> errorLines() {
        return err.lines().toList();
    }
}
