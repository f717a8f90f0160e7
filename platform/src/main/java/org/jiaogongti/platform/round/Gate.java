package org.jiaogongti.platform.round;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Phase;
import org.jiaogongti.charter.calendar.Round;

/** Whether the next round can be planned on a day: the notice lets it follow from the assessment of the one before. */
public sealed interface Gate {

    /** The charter knows no rounds with phases. */
    record None() implements Gate {}

    /**
     * The first round's assessment has not begun.
     *
     * @param assessment its last phase
     */
    record Early(Round base, Phase assessment) implements Gate {}

    /** The latest round that is being assessed is the last one the charter knows. */
    record NoRound(Round base) implements Gate {}

    /** The next round can be drafted; it can be issued once the assessment is over. */
    record Open(Round base, Round next, Phase assessment, boolean over) implements Gate {}

    static Gate of(Charter charter, LocalDate today) {
        List<Round> rounds = charter.rounds();
        for (int i = rounds.size() - 1; i >= 0; i--) {
            Round base = rounds.get(i);
            Optional<Phase> last = assessment(charter, base, today);
            if (last.isPresent() && !last.get().days().first().isAfter(today)) {
                DateRange days = last.get().days();
                return i + 1 < rounds.size()
                        ? new Open(base, rounds.get(i + 1), last.get(), today.isAfter(days.last()))
                        : new NoRound(base);
            }
        }
        return rounds.isEmpty()
                ? new None()
                : assessment(charter, rounds.getFirst(), today).<Gate>map(phase -> new Early(rounds.getFirst(), phase))
                        .orElseGet(None::new);
    }

    /** A round ends with being assessed, whatever its charter calls that. */
    private static Optional<Phase> assessment(Charter charter, Round round, LocalDate today) {
        List<Phase> phases = charter.phases(round, today);
        return phases.isEmpty() ? Optional.empty() : Optional.of(phases.getLast());
    }
}
