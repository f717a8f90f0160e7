package org.jiaogongti.platform.appraisal.model;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.platform.appraisal.SchemeEdition;

/** Which scheme holds for which year: the last one adopted from that year or an earlier one of its kind. */
public record SchemeYears(List<SchemeEdition> editions) {

    public SchemeYears {
        editions = List.copyOf(editions);
    }

    public Optional<SchemeEdition> inForce(Period year) {
        return editions.stream()
                .filter(each -> each.kind() == year.kind() && each.firstYear().compareTo(year.name()) <= 0)
                .max(Comparator.comparing(SchemeEdition::firstYear).thenComparing(SchemeEdition::id));
    }

    /** The years of the calendar that have begun and have a scheme, the newest first. */
    public List<Period> appraised(Collection<Period> calendar, LocalDate today) {
        return calendar.stream().filter(period -> isYear(period) && !period.days().first().isAfter(today)
                && inForce(period).isPresent())
                .sorted(Comparator.comparing((Period period) -> period.days().last()).reversed()).toList();
    }

    private static boolean isYear(Period period) {
        return period.kind() == PeriodKind.SCHOOL_YEAR || period.kind() == PeriodKind.CALENDAR_YEAR;
    }

    /**
     * Whether a scheme may still be adopted from a year on. Everybody must know the rules before the year begins; only
     * where the year has none at all may it get its first one late.
     */
    public boolean adoptable(Period year, LocalDate today) {
        return today.isBefore(year.days().first()) || inForce(year).isEmpty();
    }
}
