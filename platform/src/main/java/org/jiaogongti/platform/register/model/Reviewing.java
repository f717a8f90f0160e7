package org.jiaogongti.platform.register.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.register.WeakEntry;

/**
 * Which terms ask what became of an entry, and by when. A term asks where the entry was on the list on its last day and had
 * been for four weeks; in the term's last four weeks it is time, after its last day it is late. Only the latest term that
 * ended is asked for: an older one that nobody wrote about stays a gap and is not called for any more.
 */
public final class Reviewing {

    static final int DAYS = 28;

    private Reviewing() {}

    /** How the review of a term stands on a day. */
    public enum State {
        NOT_YET, DUE, LATE, GAP, WRITTEN
    }

    /**
     * A term that asks.
     *
     * @param by the last day for it
     */
    public record Asked(String term, LocalDate by, State state) {}

    /**
     * The terms that ask up to a day, the latest first.
     *
     * @param terms oldest first
     * @param written names of those that were written about
     */
    public static List<Asked> asked(WeakEntry entry, List<Period> terms, Collection<String> written, LocalDate day) {
        List<Asked> asked = new ArrayList<>();
        String latestEnded = terms.stream().filter(term -> term.days().last().isBefore(day)).map(Period::name)
                .reduce((earlier, later) -> later).orElse("");
        for (Period term : terms.reversed()) {
            DateRange days = term.days();
            boolean held = entry.holdsOn(days.last()) && !entry.key().from().isAfter(days.last().minusDays(DAYS));
            if (days.first().isAfter(day) || !held) {
                continue;
            }
            asked.add(new Asked(term.name(), days.last(),
                    written.contains(term.name()) ? State.WRITTEN : state(days.last(), day, term, latestEnded)));
        }
        return asked;
    }

    private static State state(LocalDate by, LocalDate day, Period term, String latestEnded) {
        if (day.isAfter(by)) {
            return term.name().equals(latestEnded) ? State.LATE : State.GAP;
        }
        return by.minusDays(DAYS).isBefore(day) ? State.DUE : State.NOT_YET;
    }

    /** The term whose review is called for, if any. */
    public static Optional<Asked> called(List<Asked> asked) {
        return asked.stream().filter(each -> Set.of(State.LATE, State.DUE).contains(each.state())).reduce(
                (later, earlier) -> earlier.state() == State.LATE ? earlier : later);
    }
}
