package org.jiaogongti.platform.inspection;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.notice.Clause;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.community.Communities;
import org.jiaogongti.platform.community.Composition;
import org.jiaogongti.platform.community.SchoolMembership;
import org.jiaogongti.platform.inspection.model.WorkingTime;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.obligation.InForce;
import org.jiaogongti.platform.obligation.Progresses;
import org.jiaogongti.platform.reminder.WorkingDays;
import org.jiaogongti.platform.school.Calendars;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.SchoolCalendar;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.springframework.stereotype.Component;

/** What inspections stand on: schools, the calendar and its working days, the charter, the clock, the journal. */
@Component
record InspectionGround(Schools schools, Communities communities, Calendars calendars, WorkingDays.Source workingDays,
        Progresses progresses, Journal journal, Ids ids, BusinessClock clock) {

    /** So much of a clause tells it from the others. */
    private static final int BEGINS = 28;

    LocalDate today() {
        return clock.today();
    }

    By by(Actor actor) {
        return new By(actor.accountId(), actor.name(), today());
    }

    /** The last day of a limit that begins today. */
    LocalDate after(int workingDays) {
        return WorkingTime.after(this.workingDays.now(), today(), workingDays);
    }

    Map<UUID, String> schoolNames() {
        Map<UUID, String> names = new LinkedHashMap<>();
        schools.all().forEach(school -> names.put(school.id(), school.name()));
        return names;
    }

    /** Names of schools and communities. */
    Map<UUID, String> names(List<School> all, Composition composition) {
        Map<UUID, String> names = new LinkedHashMap<>();
        all.forEach(school -> names.put(school.id(), school.name()));
        composition.communities().forEach(community -> names.put(community.id(), community.name()));
        return names;
    }

    Optional<UUID> communityOf(UUID school, LocalDate day) {
        return communities.composition().membership(school, day).map(SchoolMembership::community);
    }

    /** School years up to the one of today and the one after it, the latest first. */
    static List<Period> years(SchoolCalendar calendar, LocalDate today) {
        return calendar.periods().stream().filter(period -> period.kind() == PeriodKind.SCHOOL_YEAR)
                .filter(period -> !period.days().first().isAfter(today.plusYears(1)))
                .sorted(java.util.Comparator.comparing((Period period) -> period.days().first()).reversed()).toList();
    }

    /** Duties by id in the notice's order, with clause and name. */
    Map<String, Duty> duties() {
        return progresses.inForce().map(InForce::charter).map(charter -> duties(charter.obligations()))
                .orElseGet(LinkedHashMap::new);
    }

    /** Clauses of the notice from which no duty comes, in its order, with how they begin; a heading is none. */
    Map<String, String> clauses() {
        return progresses.inForce().map(InForce::charter).map(InspectionGround::clauses)
                .orElseGet(LinkedHashMap::new);
    }

    private static Map<String, String> clauses(Charter charter) {
        Set<String> taken = charter.obligations().stream().map(each -> each.head().quote().clause())
                .collect(Collectors.toSet());
        List<Clause> all = charter.notice().clauses();
        Map<String, String> clauses = new LinkedHashMap<>();
        for (Clause clause : all) {
            boolean whole = all.stream().noneMatch(other -> !other.equals(clause)
                    && other.start() >= clause.start() && other.start() < clause.start() + clause.text().length());
            if (whole && !taken.contains(clause.address())) {
                String begins = clause.text().lines().findFirst().orElse("").strip();
                clauses.put(clause.address(), begins.length() > BEGINS ? begins.substring(0, BEGINS) + "…" : begins);
            }
        }
        return clauses;
    }

    /** The same without those that later law suspends on a day: what is suspended is not inspected. */
    Map<String, Duty> inspected(LocalDate day) {
        return progresses.inForce().map(InForce::charter)
                .map(charter -> duties(charter.obligations().stream()
                        .filter(each -> charter.suspendedBy(each.id(), day).isEmpty()).toList()))
                .orElseGet(LinkedHashMap::new);
    }

    private static Map<String, Duty> duties(List<Obligation> obligations) {
        Map<String, Duty> duties = new LinkedHashMap<>();
        obligations.forEach(each -> duties.put(each.id(),
                new Duty(each.id(), each.head().quote().clause(), each.head().name())));
        return duties;
    }
}
