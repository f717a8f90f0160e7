package org.jiaogongti.charter.reading;

/**
 * Something wrong, or left open, in a charter file.
 *
 * @param file as it was named
 * @param line from 1
 * @param column from 1
 * @param message what is wrong
 * @param remedy how to mend it
 */
public record Finding(Severity severity, String file, int line, int column, String message, String remedy) {

    /** How bad it is. */
    public enum Severity {
        /** The charter cannot be used. */
        ERROR,
        /** It can, and names an open point. */
        WARNING
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** {@code file:line:column: message} and the remedy on the next line. */
    @Override
    public String toString() {
        return "%s:%d:%d: %s%n    %s".formatted(file, line, column, message, remedy);
    }
}
