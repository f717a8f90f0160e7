package org.jiaogongti.platform.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.register.LessonPair.Ending;
import org.jiaogongti.platform.register.LessonPair.Form;
import org.jiaogongti.platform.register.LessonPair.Two;
import org.jiaogongti.platform.register.Surroundings.Places;
import org.jiaogongti.platform.register.model.Reach;
import org.jiaogongti.platform.register.store.PairStore;
import org.jiaogongti.platform.school.Change;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.SchoolCalendar;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.staff.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps pairs and their term plans. What is held is recorded as any other occasion and only looked at here. */
@Service
@Transactional
public class PairChanges {

    private final PairStore store;
    private final LessonPairs pairs;
    private final Surroundings around;
    private final People people;
    private final Bins bins;

    PairChanges(PairStore store, LessonPairs pairs, Surroundings around, People people, Bins bins) {
        this.bins = bins;
        this.store = store;
        this.pairs = pairs;
        this.around = around;
        this.people = people;
    }

    /** Where goes what is taken back. */
    @Component
    record Bins(PairBin pairs, PlannedLessonBin lessons) {}

    /** What came of pairing. */
    public sealed interface Formed {

        record Done(UUID pair) implements Formed {}

        /** A no, as a message key. */
        record Refused(String key) implements Formed {}
    }

    /** A pair as typed. */
    public record NewPair(@Nullable UUID giver, @Nullable UUID receiver, String giverClass, String receiverClass,
            List<Form> forms, String agreement, @Nullable LocalDate from, @Nullable LocalDate to) {

        public NewPair {
            forms = List.copyOf(forms);
        }
    }

    public Formed form(Actor actor, NewPair given) {
        LocalDate from = given.from();
        UUID giver = given.giver();
        UUID receiver = given.receiver();
        if (giver == null || receiver == null || from == null || given.agreement().isEmpty()
                || given.forms().isEmpty()) {
            return new Formed.Refused("register.pair.refused.missing");
        }
        Places places = around.places();
        Reach reach = places.reach(actor);
        Two two = new Two(giver, receiver, given.giverClass(), given.receiverClass());
        Set<UUID> reached = LessonPairs.reached(places, reach).stream().map(School::id).collect(Collectors.toSet());
        if (!LessonPairs.keeps(reach, two) || !reached.containsAll(Set.of(giver).equals(Set.of(receiver))
                ? Set.of(giver)
                : Set.of(giver, receiver))) {
            throw new Absent("school", giver);
        }
        LessonPair pair = new LessonPair(around.ids().next(), two, given.forms().stream().distinct().toList(),
                given.agreement(), from, given.to(), null);
        Optional<String> problem = problem(pair);
        if (problem.isPresent()) {
            return new Formed.Refused(problem.get());
        }
        store.put(List.of(pair));
        journal(actor, "SchoolsPaired", pair, Map.of("giver", giver.toString(), "receiver", receiver.toString(), "from",
                from.toString()));
        return new Formed.Done(pair.id());
    }

    private Optional<String> problem(LessonPair pair) {
        Two two = pair.two();
        LocalDate to = pair.to();
        if (two.giver().equals(two.receiver())) {
            return Optional.of("register.pair.refused.same");
        }
        if (pair.agreement().length() > LessonPair.LONGEST) {
            return Optional.of("register.refused.long");
        }
        if (to != null && to.isBefore(pair.from())) {
            return Optional.of("register.pair.refused.days");
        }
        if (two.giverClass().isEmpty() != two.receiverClass().isEmpty()) {
            return Optional.of("register.pair.refused.one-class");
        }
        if (two.classes() && !(pairs.classes(two.giver(), pair.from()).contains(two.giverClass())
                && pairs.classes(two.receiver(), pair.from()).contains(two.receiverClass()))) {
            return Optional.of("register.pair.refused.class");
        }
        return store.between(two.giver(), two.receiver()).stream().anyMatch(pair::crosses)
                ? Optional.of("register.pair.refused.already")
                : Optional.empty();
    }

    private void journal(Actor actor, String action, LessonPair pair, Map<String, String> payload) {
        around.journal().write(actor, action, LessonPairs.KIND, pair.id(), Map.copyOf(payload));
    }

    private LessonPair kept(Actor actor, UUID id) {
        Places places = around.places();
        Reach reach = places.reach(actor);
        return store.lock(id)
                .filter(each -> LessonPairs.sees(places, reach, each.two()) && LessonPairs.keeps(reach, each.two()))
                .orElseThrow(() -> new Absent(LessonPairs.KIND, id));
    }

    /** A lesson of the plan as typed. */
    public record NewLesson(String term, int week, String subject, String topic, @Nullable UUID giverTeacher,
            @Nullable UUID receiverTeacher) {}

    public Change plan(Actor actor, UUID id, NewLesson given) {
        LessonPair pair = kept(actor, id);
        Places places = around.places();
        Optional<Period> term = places.terms().stream().filter(each -> each.name().equals(given.term())).findFirst();
        if (term.isEmpty() || given.week() < 1 || given.week() > SchoolCalendar.weeks(term.get())
                || outside(pair, term.get(), given.week())) {
            return new Change.Refused("register.plan.refused.week");
        }
        if (!places.composition().subjects().contains(given.subject())) {
            return new Change.Refused("register.plan.refused.subject");
        }
        if (given.topic().length() > LessonPair.LONGEST) {
            return new Change.Refused("register.refused.long");
        }
        List<UUID> named = Stream.of(given.giverTeacher(), given.receiverTeacher()).filter(Objects::nonNull).distinct()
                .toList();
        if (people.find(named).size() != named.size()) {
            throw new Absent("person", named);
        }
        if (store.plan(List.of(id)).stream().anyMatch(each -> each.term().equals(given.term())
                && each.week() == given.week() && each.subject().equals(given.subject()))) {
            return new Change.Refused("register.plan.refused.already");
        }
        store.addPlan(List.of(new PlannedLesson(around.ids().next(), id, given.term(), given.week(), given.subject(),
                given.topic(), given.giverTeacher(), given.receiverTeacher())));
        journal(actor, "LessonPlanned", pair, Map.of("term", given.term(), "week", String.valueOf(given.week()),
                "subject", given.subject()));
        return new Change.Done();
    }

    /** Whether none of a week's days lies within the pair's. */
    private static boolean outside(LessonPair pair, Period term, int week) {
        LocalDate monday = SchoolCalendar.monday(term.days().first()).plusWeeks(week - 1L);
        LocalDate last = pair.last();
        return monday.plusDays(6).isBefore(pair.from()) || (last != null && monday.isAfter(last));
    }

    /** Takes a lesson out of the plan. */
    public Change strike(Actor actor, UUID id, UUID lesson) {
        LessonPair pair = kept(actor, id);
        PlannedLesson planned = store.plan(List.of(id)).stream().filter(each -> each.id().equals(lesson)).findFirst()
                .orElseThrow(() -> new Absent("planned-lesson", lesson));
        store.removePlanned(lesson);
        bins.lessons().put(actor, pair, planned);
        journal(actor, "PlannedLessonStruck", pair, Map.of("term", planned.term(), "week",
                String.valueOf(planned.week()), "subject", planned.subject()));
        return new Change.Done();
    }

    public Change end(Actor actor, UUID id, @Nullable LocalDate last, String reason) {
        LessonPair pair = kept(actor, id);
        LocalDate to = pair.to();
        if (pair.ending() != null) {
            return new Change.Refused("register.pair.refused.ended");
        }
        if (reason.isEmpty()) {
            return new Change.Refused("register.pair.refused.reason");
        }
        if (reason.length() > LessonPair.LONGEST) {
            return new Change.Refused("register.refused.long");
        }
        if (last == null || last.isBefore(pair.from()) || (to != null && last.isAfter(to))) {
            return new Change.Refused("register.pair.refused.end");
        }
        store.put(List.of(pair.with(new Ending(last, reason))));
        journal(actor, "PairEnded", pair, Map.of("last", last.toString(), "reason", reason));
        return new Change.Done();
    }

    /** Takes an end back. */
    public Change resume(Actor actor, UUID id) {
        LessonPair pair = kept(actor, id);
        LessonPair resumed = pair.with(null);
        if (pair.ending() == null) {
            return new Change.Refused("register.pair.refused.not-ended");
        }
        if (store.between(pair.two().giver(), pair.two().receiver()).stream().anyMatch(resumed::crosses)) {
            return new Change.Refused("register.pair.refused.already");
        }
        store.put(List.of(resumed));
        journal(actor, "PairResumed", pair, Map.of());
        return new Change.Done();
    }

    /** Takes a pair back that was formed by mistake, as long as nothing is planned for it. */
    public Change takeBack(Actor actor, UUID id) {
        LessonPair pair = kept(actor, id);
        if (!store.plan(List.of(id)).isEmpty()) {
            return new Change.Refused("register.pair.refused.planned");
        }
        store.remove(id);
        bins.pairs().put(actor, pair);
        journal(actor, "PairTakenBack", pair, Map.of());
        return new Change.Done();
    }

    /** Sets up what was agreed before the district came here, all in one go. */
    public void setUp(Collection<LessonPair> all, Collection<PlannedLesson> plan) {
        store.put(all);
        store.addPlan(plan);
    }
}
