package org.jiaogongti.platform.school.web;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.platform.school.Phase;
import org.jiaogongti.platform.school.SchoolCalendar;

/** A round with its phases, to and from the fields of its form. */
public final class RoundPlan {

    static final int ROWS = 5;

    private static final int YEARS = 3;

    private RoundPlan() {}

    static List<org.jiaogongti.charter.calendar.Period> rounds(SchoolCalendar calendar) {
        return calendar.periods().stream().filter(period -> period.kind() == PeriodKind.ROUND)
                .sorted(Comparator.comparing(period -> period.days().first())).toList();
    }

    /** The form filled with a round as it is. */
    static CalendarForm form(SchoolCalendar calendar, org.jiaogongti.charter.calendar.Period round) {
        CalendarForm form = empty(calendar);
        form.put("round", round.name());
        form.put("first", round.days().first());
        form.put("last", round.days().last());
        phases(form, calendar, round.name(), Period.ZERO);
        return form;
    }

    /** The next round: three school years after the last one, its phases as in the last round that has some. */
    static CalendarForm next(SchoolCalendar calendar, LocalDate today) {
        CalendarForm form = empty(calendar);
        List<org.jiaogongti.charter.calendar.Period> rounds = rounds(calendar);
        LocalDate first = rounds.isEmpty()
                ? LocalDate.of(today.getYear(), 9, 1)
                : rounds.getLast().days().last().plusDays(1);
        form.put("first", first);
        form.put("last", first.plusYears(YEARS).minusDays(1));
        rounds.stream()
                .filter(round -> calendar.phases().stream().anyMatch(phase -> phase.round().equals(round.name())))
                .reduce((earlier, later) -> later)
                .ifPresent(model -> phases(form, calendar, model.name(),
                        Period.ofYears(first.getYear() - model.days().first().getYear())));
        return form;
    }

    private static CalendarForm empty(SchoolCalendar calendar) {
        CalendarForm form = new CalendarForm(new LinkedHashMap<>(), new LinkedHashMap<>());
        form.put("seen", calendar.mark());
        return form;
    }

    private static void phases(CalendarForm form, SchoolCalendar calendar, String round, Period later) {
        List<Phase> phases = calendar.phases().stream().filter(phase -> phase.round().equals(round))
                .sorted(Comparator.comparing(phase -> phase.days().first())).toList();
        for (int i = 0; i < phases.size(); i++) {
            form.put("name" + i, phases.get(i).name());
            form.put("from" + i, phases.get(i).days().first().plus(later));
            form.put("to" + i, phases.get(i).days().last().plus(later));
        }
    }

    public static List<Integer> rows() {
        return IntStream.range(0, ROWS).boxed().toList();
    }

    /** The whole calendar as the form wants it; empty where the form is wrong. A round is named by its years. */
    static Optional<SchoolCalendar> wanted(SchoolCalendar calendar, CalendarForm form) {
        Optional<LocalDate> first = form.needed("first");
        Optional<LocalDate> last = form.needed("last");
        if (first.isPresent() && last.isPresent() && !last.get().isAfter(first.get())) {
            form.but("last", "school.sheet.last-before-first");
        }
        String name = first.map(LocalDate::getYear).orElse(0) + "-" + last.map(LocalDate::getYear).orElse(0);
        if (!name.equals(form.value("round")) && calendar.find(name).isPresent()) {
            form.but("first", "school.calendar.typed.exists");
        }
        List<Phase> phases = new ArrayList<>();
        for (int row : rows()) {
            if (form.has("name" + row) || form.has("from" + row)) {
                String phase = form.name("name" + row);
                Optional<LocalDate> from = form.needed("from" + row);
                Optional<LocalDate> to = form.needed("to" + row);
                if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
                    form.but("to" + row, "school.sheet.last-before-first");
                } else if (from.isPresent() && to.isPresent()) {
                    phases.add(new Phase(name, phase, new DateRange(from.get(), to.get())));
                }
            }
        }
        form.reason();
        if (!form.good()) {
            return Optional.empty();
        }
        return Optional.of(calendar.without(List.of(form.value("round"))).with(new SchoolCalendar(
                List.of(new org.jiaogongti.charter.calendar.Period(name, PeriodKind.ROUND,
                        new DateRange(first.orElseThrow(), last.orElseThrow()), null)),
                phases, List.of())));
    }
}
