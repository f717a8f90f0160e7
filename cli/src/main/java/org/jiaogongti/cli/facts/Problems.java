package org.jiaogongti.cli.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with the files of a facts directory. Errors stop the evaluation; notes do not. */
public final class Problems {

    private final List<Problem> errors = new ArrayList<>();
    private final List<Problem> notes = new ArrayList<>();
    private final List<String> files = new ArrayList<>();

    /** Files are reported in the order in which they were opened. */
    void opened(String file) {
        files.add(file);
    }

    void error(String file, int line, String text) {
        errors.add(new Problem(file, line, text));
    }

    /** Something that changes nothing but that somebody should know. */
    public void note(String file, int line, String text) {
        notes.add(new Problem(file, line, "提示：" + text));
    }

    int count() {
        return errors.size();
    }

    public boolean anyErrors() {
        return !errors.isEmpty();
    }

    public List<Problem> errors() {
        return sorted(errors);
    }

    public List<Problem> notes() {
        return sorted(notes);
    }

    private List<Problem> sorted(List<Problem> problems) {
        return problems.stream().sorted(
                Comparator.comparingInt((Problem problem) -> files.indexOf(problem.file()))
                        .thenComparingInt(Problem::line))
                .toList();
    }

    /** One thing wrong, on one line of one file; the header is line 1. */
    public record Problem(String file, int line, String text) {

        @Override
        public String toString() {
            return file + ":" + line + ": " + text;
        }
    }
}
