package org.jiaogongti.platform.staff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.school.Change;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.jiaogongti.platform.staff.MentoringPair.Agreement;
import org.jiaogongti.platform.staff.MentoringPair.Ending;
import org.jiaogongti.platform.staff.MentoringPair.Two;
import org.jiaogongti.platform.staff.store.MentoringStore;
import org.jiaogongti.platform.staff.store.PeopleStore;
import org.jiaogongti.platform.staff.store.PlacementStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps mentoring pairs. A pair whose mentee is placed at the mentor's school names the mentor that the duty asks for;
 * meetings count for no duty.
 */
@Service
@Transactional
public class MentoringChanges {

    private static final int LONGEST = 120;

    private final MentoringStore store;
    private final PeopleStore people;
    private final Mentoring mentoring;
    private final Tools tools;

    MentoringChanges(MentoringStore store, PeopleStore people, Mentoring mentoring, Tools tools) {
        this.store = store;
        this.people = people;
        this.mentoring = mentoring;
        this.tools = tools;
    }

    /** What keeping pairs needs besides their tables. */
    @Component
    record Tools(Placements placements, PlacementStore placementStore, Journal journal, Ids ids,
            BusinessClock clock) {}

    /** A pair as typed. */
    public record NewPair(@Nullable UUID mentor, @Nullable UUID mentee, @Nullable UUID mentorSchool,
            @Nullable UUID menteeSchool, Paper paper, @Nullable LocalDate from, @Nullable LocalDate to) {}

    /**
     * An agreement as typed.
     *
     * @param weeks empty where it says nothing of meetings
     */
    public record Paper(String document, @Nullable LocalDate on, String weeks) {}

    /** What came of entering a pair. */
    public sealed interface Formed {

        /**
         * @param placements how many placements got this mentor, since they had none
         */
        record Done(UUID pair, int placements) implements Formed {}

        /** A no, as a message key. */
        record Refused(String key) implements Formed {}
    }

    /** Enters a pair, and names the mentor of the mentee's placements at the mentor's school that have none. */
    public Formed form(Actor actor, NewPair given) {
        StaffRights rights = new StaffRights(actor);
        if (given.mentor() == null || given.mentee() == null || given.mentorSchool() == null
                || given.menteeSchool() == null || given.from() == null || given.paper().on() == null
                || given.paper().document().isEmpty()) {
            return new Formed.Refused("staff.refused.missing");
        }
        Two two = new Two(given.mentor(), given.mentee(), given.mentorSchool(), given.menteeSchool());
        Set<UUID> reached = mentoring.reached(actor).stream().map(School::id).collect(Collectors.toSet());
        if (!Mentoring.keeps(rights, two) || !reached.containsAll(List.of(two.mentorSchool(), two.menteeSchool()))) {
            throw new Absent("school", two.menteeSchool());
        }
        Optional<Integer> weeks = weeks(given.paper().weeks());
        if (weeks.isEmpty()) {
            return new Formed.Refused("staff.mentoring.refused.weeks");
        }
        MentoringPair pair = new MentoringPair(tools.ids().next(), two, new Agreement(given.paper().document(),
                given.paper().on(), weeks.get() == 0 ? null : weeks.get()), given.from(), given.to(), null);
        Optional<String> problem = problem(pair);
        if (problem.isPresent()) {
            return new Formed.Refused(problem.get());
        }
        store.put(List.of(pair));
        boolean leads = rights.organises() || rights.offices().contains(two.mentorSchool());
        int named = leads ? nameMentor(pair) : 0;
        Map<String, Object> payload = said(pair);
        payload.put("placements", named);
        tools.journal().write(actor, "PairFormed", Mentoring.KIND, pair.id(), payload);
        return new Formed.Done(pair.id(), named);
    }

    /** 0 where nothing is agreed, empty where it is no number of weeks. */
    static Optional<Integer> weeks(String typed) {
        if (typed.isEmpty()) {
            return Optional.of(0);
        }
        return typed.matches("[1-9][0-9]?") && Integer.parseInt(typed) <= Agreement.MOST_WEEKS
                ? Optional.of(Integer.valueOf(typed))
                : Optional.empty();
    }

    private static Map<String, Object> said(MentoringPair pair) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("mentor", pair.two().mentor().toString());
        said.put("mentee", pair.two().mentee().toString());
        said.put("agreement", pair.agreement().document());
        said.put("from", pair.from().toString());
        if (pair.to() != null) {
            said.put("to", pair.to().toString());
        }
        return said;
    }

    /** What is wrong with a pair, as a message key. */
    private Optional<String> problem(MentoringPair pair) {
        Two two = pair.two();
        if (pair.agreement().document().length() > LONGEST) {
            return Optional.of("staff.mentoring.refused.long");
        }
        if (two.mentor().equals(two.mentee())) {
            return Optional.of("staff.mentoring.refused.same");
        }
        if (pair.to() != null && pair.to().isBefore(pair.from())) {
            return Optional.of("staff.refused.order");
        }
        if (!inPost(two.mentor(), two.mentorSchool(), pair.from())
                || !inPost(two.mentee(), two.menteeSchool(), pair.from())) {
            return Optional.of("staff.mentoring.refused.post");
        }
        store.hold(two.mentee());
        return store.ofPeople(List.of(two.mentee())).stream().anyMatch(pair::crosses)
                ? Optional.of("staff.mentoring.refused.already")
                : Optional.empty();
    }

    private boolean inPost(UUID person, UUID school, LocalDate day) {
        return people.postings(person, day).stream().anyMatch(posting -> school.equals(posting.schoolId()));
    }

    private int nameMentor(MentoringPair pair) {
        List<PersonPlacement> named = new ArrayList<>();
        for (PersonPlacement placement : tools.placementStore().ofPeople(List.of(pair.two().mentee()))) {
            if (placement.mentor() == null && placement.toSchool().equals(pair.two().mentorSchool())
                    && RegisterChanges.overlaps(placement.from(), placement.to(), pair.from(), pair.to())) {
                named.add(placement.guidedBy(pair.two().mentor()));
            }
        }
        if (!named.isEmpty()) {
            tools.placements().count(named);
            store.name(pair.id(), named.stream().map(PersonPlacement::id).toList());
        }
        return named.size();
    }

    private void unname(Collection<MentoringPair> pairs) {
        List<UUID> ids = store.named(pairs.stream().map(MentoringPair::id).toList());
        List<UUID> mentors = pairs.stream().map(pair -> pair.two().mentor()).toList();
        List<PersonPlacement> open = tools.placements().find(ids).stream()
                .filter(placement -> mentors.contains(placement.mentor())).map(placement -> placement.guidedBy(null))
                .toList();
        if (!open.isEmpty()) {
            tools.placements().count(open);
        }
    }

    /** A meeting as typed. */
    public record NewMeeting(@Nullable LocalDate on, String topic, int minutes) {}

    /** Notes that a pair met; the same again changes only the minutes. */
    public Change meet(Actor actor, UUID id, NewMeeting given) {
        MentoringPair pair = met(actor, id);
        LocalDate on = given.on();
        if (on == null || given.topic().isEmpty()) {
            return new Change.Refused("staff.refused.missing");
        }
        if (given.topic().length() > LONGEST) {
            return new Change.Refused("staff.mentoring.refused.long");
        }
        if (given.minutes() < MentoringMeeting.SHORTEST || given.minutes() > MentoringMeeting.LONGEST) {
            return new Change.Refused("staff.mentoring.refused.minutes");
        }
        if (on.isAfter(tools.clock().today()) || pair.days(on) != Days.NOW) {
            return new Change.Refused("staff.mentoring.refused.day");
        }
        store.putMeetings(List.of(new MentoringMeeting(tools.ids().next(), id, on, given.topic(), given.minutes())));
        return done(actor, "PairMet", id,
                Map.of("on", on.toString(), "topic", given.topic(), "minutes", given.minutes()));
    }

    private MentoringPair met(Actor actor, UUID id) {
        StaffRights rights = new StaffRights(actor);
        MentoringPair pair = mentoring.seen(rights, id);
        if (!Mentoring.meets(rights, pair)) {
            throw new Absent(Mentoring.KIND, id);
        }
        return pair;
    }

    /** Takes a meeting back; the journal keeps what it was. */
    public Change takeBackMeeting(Actor actor, UUID id, UUID meeting) {
        met(actor, id);
        MentoringMeeting gone = store.meetings(List.of(id)).stream().filter(each -> each.id().equals(meeting))
                .findFirst().orElseThrow(() -> new Absent("mentoring-meeting", meeting));
        store.removeMeetings(List.of(meeting));
        return done(actor, "PairMeetingTakenBack", id,
                Map.of("on", gone.on().toString(), "topic", gone.topic(), "minutes", gone.minutes()));
    }

    private MentoringPair kept(Actor actor, UUID id) {
        StaffRights rights = new StaffRights(actor);
        MentoringPair pair = mentoring.seen(rights, id);
        if (!Mentoring.keeps(rights, pair)) {
            throw new Absent(Mentoring.KIND, id);
        }
        return pair;
    }

    /** Ends a pair before its time, with a day and a reason; what it was stays. */
    public Change end(Actor actor, UUID id, @Nullable LocalDate last, String reason) {
        MentoringPair pair = kept(actor, id);
        if (last == null || reason.isEmpty()) {
            return new Change.Refused("staff.refused.missing");
        }
        if (reason.length() > LONGEST) {
            return new Change.Refused("staff.mentoring.refused.long");
        }
        if (last.isBefore(pair.from()) || (pair.to() != null && last.isAfter(pair.to()))) {
            return new Change.Refused("staff.mentoring.refused.end");
        }
        if (store.meetings(List.of(id)).stream().anyMatch(meeting -> meeting.on().isAfter(last))) {
            return new Change.Refused("staff.mentoring.refused.met-later");
        }
        store.put(List.of(pair.with(new Ending(last, reason))));
        return done(actor, "PairEnded", id, Map.of("last", last.toString(), "reason", reason));
    }

    /** Takes an early end back: the pair goes on as it was agreed. */
    public Change resume(Actor actor, UUID id) {
        MentoringPair pair = kept(actor, id);
        if (pair.ending() == null) {
            return new Change.Refused("staff.mentoring.refused.not-ended");
        }
        MentoringPair resumed = pair.with(null);
        store.hold(pair.two().mentee());
        if (store.ofPeople(List.of(pair.two().mentee())).stream().anyMatch(resumed::crosses)) {
            return new Change.Refused("staff.mentoring.refused.already");
        }
        store.put(List.of(resumed));
        return done(actor, "PairResumed", id, Map.of());
    }

    /** Takes back a pair that was entered in error, and the mentors that it named; one that has met stays and can be ended. */
    public Change takeBack(Actor actor, UUID id) {
        MentoringPair pair = kept(actor, id);
        if (!store.meetings(List.of(id)).isEmpty()) {
            return new Change.Refused("staff.mentoring.refused.has-met");
        }
        unname(List.of(pair));
        store.remove(List.of(id));
        tools.journal().write(actor, "PairTakenBack", Mentoring.KIND, id, said(pair));
        return new Change.Done();
    }

    /** Puts in pairs that an import has checked; it writes its own journal line. */
    void put(Collection<MentoringPair> pairs, Collection<UUID> fresh) {
        store.put(pairs);
        pairs.stream().filter(pair -> fresh.contains(pair.id())).forEach(this::nameMentor);
    }

    /** Takes pairs out again, inside an import that writes its own journal line. */
    void forget(Collection<MentoringPair> pairs) {
        unname(pairs);
        store.remove(pairs.stream().map(MentoringPair::id).toList());
    }

    /** Sets up a district's pairs, all in one go; who is mentor of a placement is said there. */
    public void setUp(List<MentoringPair> pairs, List<MentoringMeeting> meetings) {
        store.put(pairs);
        store.putMeetings(meetings);
    }

    private Change done(Actor actor, String action, UUID pair, Map<String, ?> payload) {
        tools.journal().write(actor, action, Mentoring.KIND, pair, payload);
        return new Change.Done();
    }
}
