package org.jiaogongti.platform.school;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.shell.TermWeek;
import org.jiaogongti.platform.shell.TermWeeks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The header's school week, read once for a district and day. */
@Component
class KnownTermWeek implements TermWeeks {

    /** A term's name: 2024-2025-1. */
    private static final Pattern TERM = Pattern.compile("([0-9]{4})-[0-9]{4}-([12])");

    private final Calendars calendars;
    private final TransactionOperations transactions;
    private final Map<String, Known> byDistrict = new ConcurrentHashMap<>();

    KnownTermWeek(Calendars calendars, TransactionOperations transactions) {
        this.calendars = calendars;
        this.transactions = transactions;
    }

    private record Known(LocalDate day, Optional<TermWeek> week) {}

    @Override
    public Optional<TermWeek> on(LocalDate day) {
        String district = Scope.required().code();
        Known known = byDistrict.get(district);
        if (known == null || !known.day().equals(day) || known.week().isEmpty()) {
            known = new Known(day, Objects.requireNonNull(transactions.execute(_ -> read(day))));
            byDistrict.put(district, known);
        }
        return known.week();
    }

    private Optional<TermWeek> read(LocalDate day) {
        return calendars.current().termAt(day).flatMap(term -> week(term, day));
    }

    private static Optional<TermWeek> week(Period term, LocalDate day) {
        Matcher name = TERM.matcher(term.name());
        int week = term.days().contains(day) ? SchoolCalendar.weekOf(term, day) : 0;
        return name.matches()
                ? Optional.of(new TermWeek(Integer.parseInt(name.group(1)), Integer.parseInt(name.group(2)), week,
                        SchoolCalendar.weeks(term)))
                : Optional.empty();
    }
}
