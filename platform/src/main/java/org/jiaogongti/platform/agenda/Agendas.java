package org.jiaogongti.platform.agenda;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.OccasionDays.Asked;
import org.jiaogongti.platform.activity.OccasionDays.Choices;
import org.jiaogongti.platform.activity.OccasionDays.Dated;
import org.jiaogongti.platform.activity.OccasionDays.Days;
import org.jiaogongti.platform.activity.OccasionDays;
import org.jiaogongti.platform.activity.Whose;
import org.jiaogongti.platform.agenda.AgendaQuery.View;
import org.jiaogongti.platform.agenda.Clashing.Found;
import org.jiaogongti.platform.agenda.Owners.Owner;
import org.jiaogongti.platform.school.SchoolCalendar;
import org.jiaogongti.platform.school.TimetableReach;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.staff.Colleague;
import org.jiaogongti.platform.staff.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Calendars, and what is in the way of plans. A fixed number of selects, whatever the days hold. */
@Service
@Transactional(readOnly = true)
public class Agendas {

    /** More than a district's busiest month; a page that would have more says so. */
    static final int MOST = 800;

    private final OccasionDays days;
    private final Clashing clashing;
    private final Dues dues;
    private final Owners owners;
    private final People people;
    private final BusinessClock clock;

    Agendas(OccasionDays days, Clashing clashing, Dues dues, Owners owners, People people, BusinessClock clock) {
        this.clock = clock;
        this.owners = owners;
        this.days = days;
        this.clashing = clashing;
        this.dues = dues;
        this.people = people;
    }

    /** Throws {@link Absent} for whose calendar is not for this person, as for one that does not exist. */
    public Agenda of(Actor actor, AgendaQuery query) {
        List<Owner> owner = new ArrayList<>();
        Days found = days.of(actor, choices -> {
            owner.add(owners.find(actor, query.of(), choices).orElseThrow(() -> new Absent("agenda", query.of())));
            LocalDate day = query.day() == null ? choices.today() : query.day();
            return new Asked(owner.getFirst().whose(), query.of().subject(),
                    days(query.view(), day, term(choices.calendar(), day)));
        }, MOST);
        return filled(actor, query, owner.getFirst(), found);
    }

    private Agenda filled(Actor actor, AgendaQuery query, Owner owner, Days found) {
        Choices choices = found.choices();
        LocalDate day = query.day() == null ? choices.today() : query.day();
        @Nullable
        Period term = term(choices.calendar(), day);
        Found judged = judged(actor, found);
        return new Agenda(query.view(), owner.of(), day, found.asked().days(), term, owner.name(), owner.own(), choices,
                ordered(found.occasions(), judged), judged.times(), found.more(), judged.notes(),
                dues(owner, query.view(), found, term), colleagues(actor, owner, choices.today()));
    }

    /** By day, then by time; what has no time comes first. */
    private static List<Dated> ordered(List<Dated> occasions, Found judged) {
        return occasions.stream().sorted(Comparator.comparing(Dated::day).thenComparing(
                each -> Optional.ofNullable(judged.times().get(each.id())).map(span -> span.from().toSecondOfDay())
                        .orElse(-1))
                .thenComparing(Dated::title)).toList();
    }

    private Found judged(Actor actor, Days found) {
        LocalDate today = found.choices().today();
        List<Dated> plans = found.occasions().stream()
                .filter(each -> each.occasion().state() == Occasion.State.PLANNED && !each.day().isBefore(today))
                .toList();
        List<Dated> busy = List.of();
        if (!plans.isEmpty()) {
            TreeSet<LocalDate> taken = plans.stream().map(Dated::day).collect(Collectors.toCollection(TreeSet::new));
            Set<String> names = new HashSet<>();
            Set<UUID> hosts = new HashSet<>();
            for (Dated plan : plans) {
                Said said = plan.occasion().said();
                names.addAll(said.people());
                UUID host = said.host();
                if (host != null && !said.className().isEmpty()) {
                    hosts.add(host);
                }
            }
            busy = days.busy(actor, found, new DateRange(taken.first(), taken.last()), names, hosts);
        }
        return clashing.find(new Clashing.Asked(actor, found.choices().calendar(), today, found.occasions(), plans,
                busy, found::school));
    }

    private List<Due> dues(Owner owner, View view, Days found, @Nullable Period term) {
        if (term == null || view == View.TERM) {
            return List.of();
        }
        DateRange shown = found.asked().days();
        boolean usual = view != View.DAY;
        return switch (owner.whose()) {
            case Whose.OfSchool(UUID school) -> dues.ofSchool(school, term.name(), shown, usual);
            case Whose.OfCommunity(UUID community) -> dues.ofCommunity(community, term.name(), shown, usual);
            case Whose.Named _ -> owner.schools().size() == 1
                    ? dues.ofSchool(owner.schools().iterator().next(), term.name(), shown, usual)
                    : List.of();
            case Whose.All _ -> List.of();
        };
    }

    /** The staff of the school on show, for those who may look at their timetables as well. */
    private List<Colleague> colleagues(Actor actor, Owner owner, LocalDate today) {
        return owner.whose() instanceof Whose.OfSchool(UUID school) && TimetableReach.of(actor).school(school)
                ? people.atSchool(school, today)
                : List.of();
    }

    /** The term a day lies in, else the one that ended last, else the first. */
    static @Nullable Period term(SchoolCalendar calendar, LocalDate day) {
        return calendar.termAt(day).or(() -> calendar.terms().stream().findFirst()).orElse(null);
    }

    static DateRange days(View view, LocalDate day, @Nullable Period term) {
        return switch (view) {
            case DAY -> new DateRange(day, day);
            case WEEK -> weeks(day, day);
            case MONTH -> month(day);
            case TERM -> term == null ? month(day) : weeks(term.days().first().minusWeeks(1), term.days().last());
        };
    }

    private static DateRange month(LocalDate day) {
        return weeks(day.withDayOfMonth(1), day.with(TemporalAdjusters.lastDayOfMonth()));
    }

    private static DateRange weeks(LocalDate first, LocalDate last) {
        return new DateRange(SchoolCalendar.monday(first),
                last.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)));
    }

    /** What is in the way of something that is being planned; nothing for days that are over. */
    public Optional<ClashNote> against(Actor actor, UUID id, Said said) {
        return said.date().isBefore(clock.today()) ? Optional.empty() : judge(actor, days.beside(actor, id, said));
    }

    /** The same for one that is saved; whoever asks has looked at the right to it. */
    public Optional<ClashNote> against(Actor actor, Occasion occasion) {
        return occasion.state() == Occasion.State.PLANNED && !occasion.said().date().isBefore(clock.today())
                ? judge(actor, days.beside(actor, occasion))
                : Optional.empty();
    }

    private Optional<ClashNote> judge(Actor actor, OccasionDays.Beside beside) {
        LocalDate today = clock.today();
        Map<UUID, Dated> plan = Map.of(beside.plan().id(), beside.plan());
        return clashing.find(new Clashing.Asked(actor, beside.calendar(), today, List.of(),
                List.copyOf(plan.values()), beside.busy(), beside::school)).notes().stream()
                .filter(note -> plan.containsKey(note.plan().id())).findFirst();
    }
}
