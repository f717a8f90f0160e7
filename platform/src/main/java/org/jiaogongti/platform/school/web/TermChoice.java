package org.jiaogongti.platform.school.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.shell.Messages;
import org.jspecify.annotations.Nullable;

/**
 * The term a page shows and those it offers.
 *
 * @param names newest first
 * @param chosen empty where the calendar has no term yet
 * @param current whether today lies in it
 * @param day the day of which classes and bells are shown: today, or the term's first
 */
public record TermChoice(List<String> names, String chosen, boolean current, LocalDate day) {

    public TermChoice {
        names = List.copyOf(names);
    }

    static TermChoice of(List<Period> terms, @Nullable Period chosen, LocalDate today) {
        List<String> names = new ArrayList<>(terms.stream().map(Period::name).toList()).reversed();
        if (chosen == null) {
            return new TermChoice(names, "", false, today);
        }
        boolean current = chosen.days().contains(today);
        return new TermChoice(names, chosen.name(), current, current ? today : chosen.days().first());
    }

    /** A term in words. */
    public static String word(String name, Messages m) {
        return CalendarView.title(name, m);
    }

    /** The chosen term as the query of an address. */
    String query() {
        return "?term=" + chosen;
    }

    /** The chosen term as a further part of a query. */
    String more() {
        return "&term=" + chosen;
    }
}
