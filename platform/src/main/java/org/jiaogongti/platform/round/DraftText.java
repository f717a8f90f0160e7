package org.jiaogongti.platform.round;

import java.util.List;
import java.util.function.Supplier;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.goals.Goal;
import org.jiaogongti.charter.reading.CharterText;
import org.jiaogongti.charter.reading.Charters;
import org.jiaogongti.charter.reading.InvalidCharter;
import org.jiaogongti.charter.revising.Difference;
import org.jiaogongti.charter.revising.Revised;
import org.jiaogongti.charter.whatif.AimTrial;

/** What a draft's text says of a charter. */
public sealed interface DraftText {

    /** What messages call the file. */
    String NAME = "修订.yaml";

    /** It fits; {@code whole} is the charter's text with it. */
    record Fits(Difference difference, Charter before, Charter after, CharterText whole) implements DraftText {

        /** What it changes of a duty, and nothing that was decided before. */
        public List<Revised> of(Obligation duty) {
            return Revised.of(after, duty).stream().filter(each -> each.from().equals(difference.from())).toList();
        }

        /** What it changes of a goal, and nothing that was decided before. */
        public List<Revised> of(Goal goal) {
            return Revised.of(goal, difference.round()).stream().filter(each -> each.from().equals(difference.from()))
                    .toList();
        }

        /** The targets that it changes, to be tried. */
        public List<AimTrial> aims() {
            return AimTrial.of(before, after, difference);
        }
    }

    /** It does not; the message names the line and the remedy. */
    record Unfit(String message) implements DraftText {}

    static DraftText read(String text, CharterText base) {
        return tried(() -> {
            Difference difference = Charters.difference(NAME, text, base);
            Charter before = Charters.of("章程", base);
            CharterText whole = base.with(difference, before.rounds().getFirst().days().first());
            return new Fits(difference, before, Charters.of("章程", whole), whole);
        });
    }

    private static DraftText tried(Supplier<DraftText> reading) {
        try {
            return reading.get();
        } catch (InvalidCharter invalid) {
            return new Unfit(String.valueOf(invalid.getMessage()));
        }
    }
}
