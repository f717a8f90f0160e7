package org.jiaogongti.platform.start;

/** The start is refused for a reason that the person at the keyboard can mend; the message says how. Exit code 2. */
final class StartRefused extends RuntimeException {

    StartRefused(String message) {
        super(message);
    }
}
