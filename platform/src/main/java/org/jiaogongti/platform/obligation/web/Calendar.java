package org.jiaogongti.platform.obligation.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.platform.obligation.Span;
import org.jiaogongti.platform.obligation.web.BoardView.Notch;
import org.jiaogongti.platform.obligation.web.BoardView.TermProgress;
import org.jspecify.annotations.Nullable;

/** Weeks of a term, which begin on Mondays. */
final class Calendar {

    private Calendar() {}

    /** The week of a day, from 1. */
    static int week(DateRange term, LocalDate day) {
        return Math.toIntExact(ChronoUnit.WEEKS.between(monday(term.first()), monday(day))) + 1;
    }

    static int weeks(DateRange term) {
        return week(term, term.last());
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Percent of the days that have passed at the end of a day, within 0 and 100. */
    static int passed(DateRange days, LocalDate day) {
        long length = ChronoUnit.DAYS.between(days.first(), days.last()) + 1;
        long gone = ChronoUnit.DAYS.between(days.first(), day) + 1;
        return Math.toIntExact(Math.clamp(100 * gone / length, 0, 100));
    }

    /** Only a term that the day lies in has a place on its calendar. */
    static @Nullable TermProgress progress(Span span, LocalDate today, Words words) {
        DateRange days = span.days();
        if (span.width() != Span.Width.TERM || !days.contains(today)) {
            return null;
        }
        List<Notch> notches = new ArrayList<>();
        notches.add(new Notch(0, Words.day(days.first())));
        LocalDate midterm = span.term().midtermWeek();
        if (midterm != null) {
            notches.add(
                    new Notch(passed(days, midterm), words.m().t("obligation.calendar.midterm", Words.day(midterm))));
        }
        notches.add(new Notch(100, Words.day(days.last())));
        return new TermProgress(days.first(), days.last(), passed(days, today), week(days, today), weeks(days),
                notches);
    }
}
