package org.jiaogongti.platform.spending;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.community.Communities;
import org.jiaogongti.platform.community.Community;
import org.jiaogongti.platform.community.Composition;
import org.jiaogongti.platform.community.SchoolMembership;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.obligation.InForce;
import org.jiaogongti.platform.obligation.Progresses;
import org.jiaogongti.platform.school.Calendars;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.springframework.stereotype.Component;

/** What spending stands on: schools and communities, calendar years, the charter, the clock, the journal. */
@Component
record SpendingGround(Schools schools, Communities communities, Calendars calendars, Progresses progresses,
        Journal journal, Ids ids, BusinessClock clock) {

    LocalDate today() {
        return clock.today();
    }

    By by(Actor actor) {
        return new By(actor.accountId(), actor.name(), today());
    }

    /** Calendar years up to the one of today, the latest first; public money is kept by them. */
    List<Integer> years() {
        List<Integer> known = calendars.current().periods().stream()
                .filter(period -> period.kind() == PeriodKind.CALENDAR_YEAR)
                .map(Period::days).map(days -> days.first().getYear()).filter(year -> year <= today().getYear())
                .distinct().sorted(Comparator.reverseOrder()).toList();
        return known.isEmpty() || known.getFirst() < today().getYear() ? withThisYear(known) : known;
    }

    private List<Integer> withThisYear(List<Integer> known) {
        List<Integer> all = new ArrayList<>(List.of(today().getYear()));
        all.addAll(known);
        return List.copyOf(all);
    }

    /** The last day of a year that is known. */
    LocalDate lastDay(int year) {
        LocalDate last = LocalDate.of(year, 12, 31);
        return last.isAfter(today()) ? today() : last;
    }

    /** All schools by community in the notice's order: never by an amount. */
    List<Place> places(int year) {
        LocalDate day = lastDay(year);
        Map<UUID, Community> byId = new HashMap<>();
        Map<UUID, Community> ofSchool = new HashMap<>();
        Composition composition = communities.belonging();
        composition.communities().forEach(each -> byId.put(each.id(), each));
        composition.memberships().stream().filter(each -> each.holdsOn(day))
                .forEach((SchoolMembership each) -> ofSchool.put(each.school(), byId.get(each.community())));
        return schools.all().stream().map(school -> new Place(school, ofSchool.get(school.id())))
                .sorted(Comparator.comparingInt(SpendingGround::communityPosition)
                        .thenComparingInt(place -> place.school().position()))
                .toList();
    }

    private static int communityPosition(Place place) {
        Community community = place.community();
        return community == null ? Integer.MAX_VALUE : community.position();
    }

    School school(UUID id) {
        return schools.find(id).orElseThrow(() -> new Absent("school", id));
    }

    /** Duties by id in the notice's order, with clause and name. */
    Map<String, Duty> duties() {
        Map<String, Duty> duties = new LinkedHashMap<>();
        progresses.inForce().map(InForce::charter)
                .ifPresent(charter -> charter.obligations().forEach(each -> duties.put(each.id(),
                        new Duty(each.id(), each.head().quote().clause(), each.head().name()))));
        return duties;
    }
}
