package org.jiaogongti.charter.revising;

import java.util.List;
import org.jiaogongti.charter.Condition;
import org.jiaogongti.charter.Each;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.Recurrence;
import org.jiaogongti.charter.Window;
import org.jspecify.annotations.Nullable;

/** One change of a difference. */
public sealed interface Revision {

    /** The duty's id, or the name of the open point. */
    String subject();

    Grounds grounds();

    /** A duty asks for another number (至少). */
    record Renumbered(String subject, int number, Grounds grounds) implements Revision {}

    /** A duty counts otherwise; a null part stays. */
    record Restated(String subject, @Nullable Recurrence recurrence, @Nullable Each each, @Nullable Window window,
            @Nullable Asked conditions, Grounds grounds) implements Revision {}

    /**
     * Conditions with the words they were written in.
     *
     * @param text a list as a charter file has it
     */
    record Asked(List<Condition> conditions, String text) {
        public Asked {
            conditions = List.copyOf(conditions);
        }
    }

    /** A duty is not asked for any more (不再要求). */
    record Dropped(String subject, Grounds grounds) implements Revision {}

    /**
     * A duty that was not there (新增).
     *
     * @param entry it as a charter file has it
     * @param words the document's own words
     */
    record Added(Obligation.Counted duty, String entry, String words, Grounds grounds) implements Revision {
        @Override
        public String subject() {
            return duty.id();
        }
    }

    /** An open point is read in another way (读作). */
    record ReadAs(String subject, String alternative, Grounds grounds) implements Revision {}

    /** Its place among the changes of one subject. */
    default int rank() {
        return switch (this) {
            case Renumbered _ -> 0;
            case Restated _ -> 1;
            case Dropped _ -> 2;
            case Added _ -> 3;
            case ReadAs _ -> 4;
        };
    }
}
