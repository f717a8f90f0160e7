package org.jiaogongti.platform.register;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * On what ground something is listed.
 *
 * @param kind null where only its words are known
 * @param source the data and where they come from, or what was decided
 * @param document name or number of the paper, or empty
 * @param decider who decided, or empty
 * @param on the day of the data or of the decision, or null
 */
public record WeakGround(@Nullable Kind kind, String source, String document, String decider, @Nullable LocalDate on) {

    public static final int LONGEST = 200;
    /** Nobody has said any. */
    public static final WeakGround UNSAID = new WeakGround(null, "", "", "", null);

    /** What an entry may rest on. */
    public enum Kind {
        DATA, DECISION
    }

    /** That a ground was said of an entry on a day; what was said last counts. */
    public record Said(UUID id, WeakKey entry, WeakGround ground, LocalDate on) {}

    public boolean said() {
        return !source.isEmpty();
    }
}
