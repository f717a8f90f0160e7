package org.jiaogongti.platform.school;

import java.time.Month;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.obligation.Foreseen;
import org.jiaogongti.platform.obligation.Progresses;
import org.jiaogongti.platform.obligation.WorldChange;
import org.jiaogongti.platform.obligation.WorldChanges;
import org.jiaogongti.platform.school.CalendarChange.How;
import org.jiaogongti.platform.school.CalendarWriting.Why;
import org.jiaogongti.platform.school.model.CalendarCheck;
import org.jiaogongti.platform.school.model.CalendarWorld;
import org.jiaogongti.platform.school.model.Differences;
import org.jiaogongti.platform.school.model.TermShift;
import org.jiaogongti.platform.school.store.CalendarHistory;
import org.jiaogongti.platform.school.store.CalendarStore;
import org.jiaogongti.platform.shell.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The district's school calendar. */
@Service
@Transactional(readOnly = true)
public class Calendars {

    private static final int SHOWN_CHANGES = 10;

    private final CalendarStore store;
    private final CalendarHistory history;
    private final CalendarWriting writing;
    private final WorldChanges worldChanges;
    private final Progresses progresses;
    private final BusinessClock clock;
    private final Journal journal;

    Calendars(CalendarStore store, CalendarHistory history, CalendarWriting writing, WorldChanges worldChanges,
            Progresses progresses, BusinessClock clock, Journal journal) {
        this.store = store;
        this.history = history;
        this.writing = writing;
        this.worldChanges = worldChanges;
        this.progresses = progresses;
        this.clock = clock;
        this.journal = journal;
    }

    /** One select. */
    public SchoolCalendar current() {
        return store.read();
    }

    /** The latest changes, newest first. */
    public List<CalendarChange> changes() {
        return history.latest(SHOWN_CHANGES);
    }

    /** The months in which duties are usually done (一般), by duty; never a limit. */
    public Map<String, Set<Month>> usualMonths() {
        Map<String, Set<Month>> months = new LinkedHashMap<>();
        progresses.inForce().ifPresent(rules -> rules.charter().obligations().stream()
                .filter(duty -> !duty.head().usualMonths().isEmpty()).forEach(duty -> months
                        .computeIfAbsent(duty.head().name(), _ -> new TreeSet<>()).addAll(duty.head().usualMonths())));
        return months;
    }

    /** Sets a district's calendar up before its charter is adopted: adds periods, phases and closed days. */
    @Transactional
    public Change setUp(Actor actor, SchoolCalendar calendar) {
        if (!Schools.mayOrganise(actor)) {
            return new Change.Refused("school.refused.role");
        }
        SchoolCalendar before = store.read();
        SchoolCalendar after = before.with(calendar);
        List<CalendarLine> lines = Differences.of(before, after);
        store.apply(after, lines);
        Differences.reach(lines).ifPresent(
                days -> worldChanges.changed(WorldChange.everywhere(days.first(), days.last())));
        journal.write(actor, "CalendarSetUp", "calendar", null,
                Map.of("periods", calendar.periods().stream().map(Period::name).toList(), "phases",
                        calendar.phases().size(), "closedDays", calendar.closedDays().size()));
        return new Change.Done();
    }

    /** What it would do to put another calendar in the place of the one there is; writes nothing. */
    public CalendarPreview preview(SchoolCalendar wanted) {
        SchoolCalendar before = store.read();
        List<CalendarLine> lines = Differences.of(before, wanted);
        List<CalendarProblem> problems = new ArrayList<>(CalendarCheck.problems(wanted));
        if (lines.isEmpty()) {
            problems.add(CalendarProblem.of("school.calendar.refused.same"));
        }
        if (!problems.isEmpty()) {
            return new CalendarPreview(problems, List.of(), Foreseen.nothing(), 0, false, wanted.mark());
        }
        Foreseen foreseen = Differences.reach(lines)
                .map(days -> worldChanges.preview(world -> new CalendarWorld(world, wanted.periods()),
                        WorldChange.everywhere(days.first(), days.last())))
                .orElseGet(Foreseen::nothing);
        return new CalendarPreview(List.of(), lines, foreseen,
                worldChanges.recordsOn(TermShift.days(before, wanted)),
                Differences.touchEnded(before, lines, clock.today()), wanted.mark());
    }

    /**
     * Puts a calendar in the place of the one there is.
     *
     * @param seen the mark of the calendar that the person saw
     * @param reason may be empty where nothing that is over changes
     */
    @Transactional
    public CalendarEdit change(Actor actor, SchoolCalendar wanted, String seen, String reason) {
        if (!Schools.mayOrganise(actor)) {
            return CalendarEdit.Refused.because("school.refused.role");
        }
        SchoolCalendar before = writing.held();
        if (!before.mark().equals(seen)) {
            return CalendarEdit.Refused.because("school.calendar.refused.moved");
        }
        List<CalendarProblem> problems = CalendarCheck.problems(wanted);
        if (!problems.isEmpty()) {
            return new CalendarEdit.Refused(problems);
        }
        return written(actor, before, wanted, new Why(How.PAGE, reason, null));
    }

    /** Takes the latest change back, as long as the calendar still stands as it left it. */
    @Transactional
    public CalendarEdit takeBack(Actor actor, UUID id, String reason) {
        if (!Schools.mayOrganise(actor)) {
            return CalendarEdit.Refused.because("school.refused.role");
        }
        SchoolCalendar before = writing.held();
        Optional<CalendarChange> latest = history.latest(1).stream().findFirst();
        if (latest.isEmpty() || !latest.get().id().equals(id) || latest.get().how() == How.TAKEN_BACK
                || !Differences.stand(before, latest.get().lines())) {
            return CalendarEdit.Refused.because("school.calendar.refused.not-latest");
        }
        SchoolCalendar wanted = Differences.applied(before,
                latest.get().lines().stream().map(CalendarLine::reversed).toList());
        return written(actor, before, wanted, new Why(How.TAKEN_BACK, reason, id));
    }

    /** Whether there is such a change. */
    public boolean knows(UUID id) {
        return changes().stream().anyMatch(change -> change.id().equals(id));
    }

    private CalendarEdit written(Actor actor, SchoolCalendar before, SchoolCalendar wanted, Why why) {
        List<CalendarLine> lines = Differences.of(before, wanted);
        if (lines.isEmpty()) {
            return CalendarEdit.Refused.because("school.calendar.refused.same");
        }
        if (why.reason().isBlank() && Differences.touchEnded(before, lines, clock.today())) {
            return CalendarEdit.Refused.because("school.calendar.refused.reason");
        }
        UUID id = writing.write(actor, wanted, lines, why);
        journal.write(actor, why.how() == How.TAKEN_BACK ? "CalendarChangeTakenBack" : "CalendarChanged", "calendar",
                id, CalendarWriting.payload(lines, why.reason()));
        return new CalendarEdit.Done(id);
    }
}
