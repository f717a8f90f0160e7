package org.jiaogongti.cli;

/** What was asked for cannot be done; the message says why and what to try, one line each. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }
}
