package org.jiaogongti.cli;

/** What was asked for cannot be done; the message says why and what to try, one line each. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Refusal(String message) {
        super(message);
    }
}
