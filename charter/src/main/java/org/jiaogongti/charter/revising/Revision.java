package org.jiaogongti.charter.revising;

import java.util.List;
import org.jiaogongti.charter.Condition;
import org.jiaogongti.charter.Each;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.Quantity;
import org.jiaogongti.charter.Recurrence;
import org.jiaogongti.charter.Window;
import org.jiaogongti.charter.goals.AnnualTarget;
import org.jiaogongti.charter.goals.Baseline;
import org.jiaogongti.charter.goals.Goal;
import org.jiaogongti.charter.goals.Target;
import org.jspecify.annotations.Nullable;

/** One change of a difference. */
public sealed interface Revision {

    /** The id of the duty or goal, or the name of the open point. */
    String subject();

    Grounds grounds();

    /** A duty asks for another number or range (至少, 不少于 with 不多于). */
    record Renumbered(String subject, Quantity quantity, Grounds grounds) implements Revision {}

    /** A duty counts otherwise; a null part stays. One that is not counted knows only how often and what for. */
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
    record Added(Obligation duty, String entry, String words, Grounds grounds) implements Revision {
        @Override
        public String subject() {
            return duty.id();
        }
    }

    /** An open point is read in another way (读作). */
    record ReadAs(String subject, String alternative, Grounds grounds) implements Revision {}

    /**
     * A goal means something else in the round; what is null, and a year that is not named, stays. Of a goal that was none of
     * this round it names baseline and expected outcome, and makes it one.
     */
    record Aimed(String subject, @Nullable Baseline baseline, @Nullable Target expected, List<AnnualTarget> years,
            Grounds grounds) implements Revision {
        public Aimed {
            years = List.copyOf(years);
        }
    }

    /** A goal is no goal of the round any more (不再要求). */
    record Ended(String subject, Grounds grounds) implements Revision {}

    /**
     * A goal that was not there (新增目标).
     *
     * @param entry it as a charter file has it
     * @param words the document's own words
     */
    record Striven(Goal goal, String entry, String words, Grounds grounds) implements Revision {
        @Override
        public String subject() {
            return goal.id();
        }
    }

    /** Its place among the changes of one subject. */
    default int rank() {
        return switch (this) {
            case Renumbered _ -> 0;
            case Restated _ -> 1;
            case Dropped _ -> 2;
            case Added _ -> 3;
            case ReadAs _ -> 4;
            case Aimed _ -> 5;
            case Ended _ -> 6;
            case Striven _ -> 7;
        };
    }
}
