package org.jiaogongti.charter.archive;

/** A file of an archive cannot be taken at its word. */
final class BadFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;

    BadFile(String file, String message) {
        super(message);
        this.file = file;
    }

    BadFile(String file, int line, String message) {
        this(file + ":" + line, message);
    }

    Verdict.Problem problem() {
        return new Verdict.Problem(file, getMessage() == null ? "" : getMessage());
    }
}
