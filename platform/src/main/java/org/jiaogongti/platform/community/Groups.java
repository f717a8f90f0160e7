package org.jiaogongti.platform.community;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.Quantity;
import org.jiaogongti.charter.World.Role;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.community.Personnel.Somebody;
import org.jiaogongti.platform.community.model.MakeUp;
import org.jiaogongti.platform.community.store.CommunityStore;
import org.jiaogongti.platform.community.store.SeatStore;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.obligation.Progresses;
import org.jiaogongti.platform.school.Change;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Leading groups, liaisons and subject guidance groups of the communities, held against the notice on any day. */
@Service
@Transactional(readOnly = true)
public class Groups {

    private static final int LONGEST = 400;
    /** The charter's word (等) for what the duty to provide liaisons waits for. */
    private static final String LIAISON = "蹲点教研员";

    private final SeatStore store;
    private final Around around;
    private final BusinessClock clock;
    private final Ids ids;
    private final Journal journal;

    Groups(SeatStore store, Around around, BusinessClock clock, Ids ids, Journal journal) {
        this.store = store;
        this.around = around;
        this.clock = clock;
        this.ids = ids;
        this.journal = journal;
    }

    /** What the groups are held against. */
    @Component
    record Around(CommunityStore communities, Schools schools, Personnel personnel, Progresses progresses) {}

    /**
     * A seat as somebody gives it.
     *
     * @param school for which the person sits; null for liaisons, and where the posting says it
     */
    public record NewSeat(Body body, @Nullable String subject, Office office, UUID person, @Nullable UUID school,
            LocalDate from, String document) {}

    /** A decision as somebody enters it; no school means all of them. */
    public record NewException(String subject, @Nullable UUID school, LocalDate from, String reason, String document,
            String decidedBy) {}

    /** Every community's groups on a day, in the notice's order; a fixed number of selects. */
    public List<Roster> all(LocalDate day) {
        Map<UUID, School> schools = new HashMap<>();
        around.schools().all().forEach(school -> schools.put(school.id(), school));
        List<SchoolMembership> memberships = around.communities().memberships().stream()
                .filter(membership -> membership.holdsOn(day)).toList();
        List<Seat> seats = store.on(day);
        Ground ground = new Ground(day, schools, memberships, around.schools().subjects(), yardstick(day), seats,
                store.fewOn(day), around.personnel().find(named(seats), day));
        return around.communities().all().stream().map(ground::roster).toList();
    }

    public Optional<Roster> of(UUID community, LocalDate day) {
        return all(day).stream().filter(roster -> roster.community().id().equals(community)).findFirst();
    }

    private static Set<UUID> named(List<Seat> seats) {
        Set<UUID> named = new HashSet<>();
        seats.forEach(seat -> {
            named.add(seat.person());
            if (seat.appointedBy() != null) {
                named.add(seat.appointedBy());
            }
        });
        return named;
    }

    /** What all communities' rosters of a day are made of. */
    private record Ground(LocalDate day, Map<UUID, School> schools, List<SchoolMembership> memberships,
            List<String> subjects, Yardstick yardstick, List<Seat> seats, List<FewTeachers> few,
            Map<UUID, Somebody> people) {

        Roster roster(Community community) {
            Roster plain = new Roster(community, day, of(community, Role.LEAD).stream().findFirst().orElse(null),
                    of(community, Role.MEMBER), subjects, yardstick,
                    seats.stream().filter(seat -> seat.community().equals(community.id()))
                            .sorted(Comparator.comparing(Seat::office).thenComparingInt(this::position)).toList(),
                    few.stream().filter(each -> each.community().equals(community.id())).toList(), people, List.of());
            return plain.with(MakeUp.check(plain));
        }

        private int position(Seat seat) {
            School school = seat.school() == null ? null : schools.get(seat.school());
            return school == null ? Integer.MAX_VALUE : school.position();
        }

        private List<School> of(Community community, Role role) {
            return memberships.stream()
                    .filter(each -> each.community().equals(community.id()) && each.role() == role)
                    .map(each -> schools.get(each.school())).filter(Objects::nonNull)
                    .sorted(Comparator.comparingInt(School::position)).toList();
        }
    }

    private Yardstick yardstick(LocalDate day) {
        return around.progresses().inForce()
                .map(inForce -> new Yardstick(liaisons(inForce.charter()),
                        !reads(inForce.charter(), "指导组人员怎么计", day).equals("总起来"),
                        !reads(inForce.charter(), "附件一", day).equals("等附件")))
                .orElse(Yardstick.PLAIN);
    }

    private static Quantity.Between liaisons(Charter charter) {
        return charter.obligations().stream().filter(duty -> duty.head().waitsFor().contains(LIAISON))
                .map(Obligation::quantity).filter(Quantity.Between.class::isInstance).map(Quantity.Between.class::cast)
                .findFirst().orElse(Yardstick.PLAIN.liaisons());
    }

    private static String reads(Charter charter, String point, LocalDate day) {
        return charter.reading(point).map(reading -> reading.on(day).alternative()).orElse("");
    }

    /** Who sat in a community's groups and left before a day, with their names; the latest first. */
    public Former former(UUID community, LocalDate day) {
        List<Seat> seats = store.endedBefore(community, day);
        return new Former(seats, seats.isEmpty() ? Map.of() : around.personnel().find(named(seats), day));
    }

    /** Seats that have ended, and the people in them. */
    public record Former(List<Seat> seats, Map<UUID, Somebody> people) {

        public Former {
            seats = List.copyOf(seats);
            people = Map.copyOf(people);
        }
    }

    /** Whom a form offers: everybody posted to a school of the district, and the researchers. */
    public List<Somebody> posted(LocalDate day) {
        return around.personnel().posted(day);
    }

    /** Sets up seats and decisions, all in one go, before anybody looks. */
    @Transactional
    public void setUp(List<Seat> seats, List<FewTeachers> decisions) {
        store.put(seats);
        store.putFew(decisions, Actor.system().accountId(), clock.now());
        around.personnel().convene(seats.stream().filter(Seat::leads).toList());
    }

    /**
     * Gives somebody a seat from a day on. Who sat there as head until then leaves the day before, and so does the person
     * from another office in the same group. Empty where there is no such community, or none that the actor may change.
     */
    @Transactional
    public Optional<Change> seat(Actor actor, UUID community, NewSeat asked) {
        return store.lock(community).flatMap(_ -> of(community, clock.today())).flatMap(today -> {
            NewSeat located = located(asked);
            return GroupRules.maySeat(actor, today, located.body(), located.office(), located.subject(),
                    located.school())
                            ? of(community, asked.from()).map(then -> seat(actor, then, located))
                            : Optional.empty();
        });
    }

    /** Who is named without a school sits for the school of the person's posting. */
    private NewSeat located(NewSeat asked) {
        if (asked.school() != null || asked.body() == Body.LIAISONS) {
            return asked;
        }
        Somebody person = somebody(asked);
        return new NewSeat(asked.body(), asked.subject(), asked.office(), asked.person(),
                person == null ? null : person.school(), asked.from(), asked.document());
    }

    private @Nullable Somebody somebody(NewSeat asked) {
        return around.personnel().find(List.of(asked.person()), asked.from()).get(asked.person());
    }

    private Change seat(Actor actor, Roster then, NewSeat asked) {
        Optional<String> wrong = wrong(then, asked);
        if (wrong.isPresent()) {
            return new Change.Refused(wrong.get());
        }
        List<Seat> inTheWay = store.from(then.community().id(), asked.body(), asked.subject(), asked.from()).stream()
                .filter(seat -> seat.person().equals(asked.person())
                        || (asked.office() == Office.HEAD && seat.office() == Office.HEAD))
                .toList();
        for (Seat seat : inTheWay) {
            if (seat.person().equals(asked.person()) && seat.office() == asked.office()) {
                return new Change.Refused("community.seat.refused.already");
            }
            if (!seat.from().isBefore(asked.from())) {
                return new Change.Refused("community.seat.refused.same-day");
            }
        }
        inTheWay.forEach(seat -> end(seat, asked.from().minusDays(1)));
        Seat seat = given(actor, then, asked);
        store.put(List.of(seat));
        if (seat.leads()) {
            around.personnel().convene(List.of(seat));
        }
        journal.write(actor, seat.leads() ? "LeaderAppointed" : "SeatGiven", "seat", seat.id(), told(seat));
        return new Change.Done();
    }

    private Seat given(Actor actor, Roster then, NewSeat asked) {
        boolean leader = asked.body() == Body.GUIDANCE_GROUP && asked.office() == Office.HEAD;
        return new Seat(ids.next(), then.community().id(), asked.body(), asked.subject(), asked.office(),
                asked.person(), asked.school(), asked.from(), null,
                asked.document().isEmpty() ? null : asked.document(), leader ? actor.personId() : null);
    }

    private static Map<String, String> told(Seat seat) {
        Map<String, String> payload = new HashMap<>(Map.of("community", seat.community().toString(), "body",
                seat.body().name(), "office", seat.office().name(), "person", seat.person().toString(), "from",
                seat.from().toString()));
        if (seat.subject() != null) {
            payload.put("subject", seat.subject());
        }
        if (seat.document() != null) {
            payload.put("document", seat.document());
        }
        return payload;
    }

    private void end(Seat seat, LocalDate lastDay) {
        store.end(seat.id(), lastDay);
        if (seat.leads()) {
            around.personnel().convenesNoMore(seat, lastDay);
        }
    }

    /** The key of what is wrong with a seat in itself; its last word is the field. */
    private Optional<String> wrong(Roster then, NewSeat asked) {
        boolean group = asked.body() == Body.GUIDANCE_GROUP;
        if (group != (asked.subject() != null) || (group && !then.subjects().contains(asked.subject()))) {
            return Optional.of("community.seat.refused.subject");
        }
        if ((asked.body() != Body.LEADING_GROUP && asked.office() == Office.DEPUTY)
                || (asked.body() == Body.LIAISONS && asked.office() != Office.MEMBER)) {
            return Optional.of("community.seat.refused.office");
        }
        boolean leader = group && asked.office() == Office.HEAD;
        if (asked.document().length() > LONGEST || (leader && asked.document().isEmpty())) {
            return Optional.of("community.seat.refused.document");
        }
        Somebody person = somebody(asked);
        if (person == null || (asked.body() == Body.LIAISONS && !person.researcher())) {
            return Optional.of("community.seat.refused.person");
        }
        return asked.body() == Body.LIAISONS
                ? Optional.empty()
                : then.school(asked.school()).filter(school -> school.id().equals(person.school())).isPresent()
                        ? Optional.empty()
                        : Optional.of("community.seat.refused.school");
    }

    /** Ends a seat with a day. Empty where the community has no such seat, or none that the actor may end. */
    @Transactional
    public Optional<Change> leave(Actor actor, UUID community, UUID id, LocalDate lastDay) {
        return store.lock(community).flatMap(_ -> store.find(id)).filter(seat -> seat.community().equals(community))
                .flatMap(seat -> of(community, clock.today())
                        .filter(today -> GroupRules.maySeat(actor, today, seat.body(), seat.office(), seat.subject(),
                                seat.school()))
                        .map(_ -> leave(actor, seat, lastDay)));
    }

    private Change leave(Actor actor, Seat seat, LocalDate lastDay) {
        if (!seat.holdsOn(lastDay)) {
            return new Change.Refused("community.seat.refused.day");
        }
        end(seat, lastDay);
        journal.write(actor, "SeatEnded", "seat", seat.id(), Map.of("lastDay", lastDay.toString()));
        return new Change.Done();
    }

    /** Enters that a subject is arranged freely. Empty where there is no such community, or none the actor decides about. */
    @Transactional
    public Optional<Change> except(Actor actor, UUID community, NewException asked) {
        return of(community, clock.today()).filter(today -> GroupRules.mayExcept(actor, today))
                .flatMap(_ -> of(community, asked.from())).map(then -> except(actor, then, asked));
    }

    private Change except(Actor actor, Roster then, NewException asked) {
        if (!then.subjects().contains(asked.subject())
                || (asked.school() != null && then.school(asked.school()).isEmpty())) {
            return new Change.Refused("community.few.refused.school");
        }
        FewTeachers few = new FewTeachers(ids.next(), then.community().id(), asked.subject(), asked.school(),
                asked.from(), null, asked.reason(), asked.document(), asked.decidedBy());
        store.putFew(List.of(few), actor.accountId(), clock.now());
        journal.write(actor, "SubjectFreed", "few-teachers", few.id(),
                Map.of("community", few.community().toString(), "subject", few.subject(), "school",
                        String.valueOf(few.school()), "from", few.from().toString(), "reason", few.reason(),
                        "document", few.document(), "decidedBy", few.decidedBy()));
        return new Change.Done();
    }

    /** Ends such a decision with a day. Empty where the community has none of this id, or none the actor decides about. */
    @Transactional
    public Optional<Change> endException(Actor actor, UUID community, UUID id, LocalDate lastDay) {
        return store.findFew(id).filter(few -> few.community().equals(community))
                .flatMap(few -> of(community, clock.today()).filter(today -> GroupRules.mayExcept(actor, today))
                        .map(_ -> endException(actor, few, lastDay)));
    }

    private Change endException(Actor actor, FewTeachers few, LocalDate lastDay) {
        if (!few.holdsOn(lastDay)) {
            return new Change.Refused("community.seat.refused.day");
        }
        store.endFew(few.id(), lastDay);
        journal.write(actor, "SubjectFreedNoMore", "few-teachers", few.id(), Map.of("lastDay", lastDay.toString()));
        return new Change.Done();
    }
}
