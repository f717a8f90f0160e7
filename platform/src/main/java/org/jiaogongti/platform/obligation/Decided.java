package org.jiaogongti.platform.obligation;

import java.util.List;
import java.util.UUID;

/** The answer to a decision entered or revoked. */
public sealed interface Decided {

    /** Entered, with what it was resolved into and what it left out. */
    record Entered(UUID id, List<WaiverLine> lines) implements Decided {

        public Entered {
            lines = List.copyOf(lines);
        }
    }

    /** Taken back. */
    record Revoked(UUID id) implements Decided {}

    /** Not done; the key names the message that says why. */
    record Refused(String key) implements Decided {}
}
