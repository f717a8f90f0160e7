package org.jiaogongti.charter.reading;

/** A charter file that cannot be used; the message names every error with its place and the way to mend it. */
public final class InvalidCharter extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidCharter(String message) {
        super(message);
    }
}
