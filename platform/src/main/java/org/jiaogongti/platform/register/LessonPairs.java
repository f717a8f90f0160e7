package org.jiaogongti.platform.register;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.OccasionBriefs;
import org.jiaogongti.platform.activity.SharedLesson;
import org.jiaogongti.platform.register.LessonPair.Two;
import org.jiaogongti.platform.register.Surroundings.Places;
import org.jiaogongti.platform.register.model.Matching;
import org.jiaogongti.platform.register.model.Reach;
import org.jiaogongti.platform.register.store.PairStore;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.SchoolCalendar;
import org.jiaogongti.platform.school.SchoolClass;
import org.jiaogongti.platform.school.Timetables;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.staff.Colleague;
import org.jiaogongti.platform.staff.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 结对 as far as somebody may see them: who is paired, what is planned this term, and what was held of it. */
@Service
@Transactional(readOnly = true)
public class LessonPairs {

    static final String KIND = "lesson-pair";

    private final PairStore store;
    private final Surroundings around;
    private final Facts facts;

    LessonPairs(PairStore store, Surroundings around, Facts facts) {
        this.store = store;
        this.around = around;
        this.facts = facts;
    }

    /** What a pair's page shows of other modules. */
    @Component
    record Facts(OccasionBriefs occasions, Timetables timetables, People people) {}

    /**
     * How many lessons of a term are planned, how many of these were held, and how many beside the plan.
     *
     * @param missed planned ones whose week has passed without any
     */
    public record Tally(int planned, int held, int beside, int missed) {

        static Tally of(List<Matching.Line> lines) {
            int planned = 0;
            int held = 0;
            int beside = 0;
            int missed = 0;
            for (Matching.Line line : lines) {
                boolean done = line.state() == Matching.State.HELD || line.state() == Matching.State.DISPUTED;
                planned += line.planned() == null ? 0 : 1;
                held += line.planned() != null && done ? 1 : 0;
                beside += line.planned() == null && done ? 1 : 0;
                missed += line.state() == Matching.State.MISSED ? 1 : 0;
            }
            return new Tally(planned, held, beside, missed);
        }
    }

    /** A pair with what the term of the day brought. */
    public record Row(LessonPair pair, Tally tally) {}

    /**
     * A page of pairs.
     *
     * @param schools that somebody may choose from
     * @param term whose plan and lessons are shown; null before the first
     */
    public record Listed(List<Row> rows, Map<UUID, String> names, List<School> schools, @Nullable Period term,
            boolean more) {

        public String name(UUID id) {
            return names.getOrDefault(id, "");
        }
    }

    public LocalDate today() {
        return around.today();
    }

    /** Plans and lessons of a whole page are one select each. */
    public Listed list(Actor actor, PairFilter filter, @Nullable UUID after, int size) {
        Places places = around.places();
        Reach reach = places.reach(actor);
        Set<UUID> seen = places.schools(reach).stream().map(School::id).collect(Collectors.toSet());
        List<LessonPair> found = store.page(filter, reach.district() ? null : seen, after, size + 1);
        boolean more = found.size() > size;
        List<LessonPair> shown = more ? found.subList(0, size) : found;
        Period term = term(places, "", filter.on()).orElse(null);
        Map<UUID, List<PlannedLesson>> plans = store.plan(shown.stream().map(LessonPair::id).toList()).stream()
                .collect(Collectors.groupingBy(PlannedLesson::pair));
        List<SharedLesson> lessons = term == null ? List.of() : lessons(actor, shown, term);
        return new Listed(shown.stream().map(pair -> new Row(pair, term == null
                ? new Tally(0, 0, 0, 0)
                : Tally.of(lines(pair, term, plans.getOrDefault(pair.id(), List.of()), lessons, filter.on()))))
                .toList(), places.names(), reach.district() ? places.schools() : places.schools(reach), term, more);
    }

    private List<SharedLesson> lessons(Actor actor, List<LessonPair> pairs, Period term) {
        Set<UUID> schools = pairs.stream().flatMap(pair -> Stream.of(pair.two().giver(), pair.two().receiver()))
                .collect(Collectors.toSet());
        return schools.isEmpty() ? List.of() : facts.occasions().lessons(actor, schools, term.days());
    }

    /** The pairs to which a synchronous lesson between two schools on a day belongs, as far as somebody reads them. */
    public List<LessonPair> of(Actor actor, UUID giver, UUID receiver, LocalDate day) {
        Places places = around.places();
        Reach reach = places.reach(actor);
        boolean reads = reach.district() || Stream.of(giver, receiver)
                .anyMatch(school -> places.communityOf(school, day).filter(reach::reads).isPresent());
        return reads
                ? store.between(giver, receiver).stream().filter(pair -> pair.days(day) == LessonPair.Days.NOW).toList()
                : List.of();
    }

    public Map<UUID, String> names() {
        return around.places().names();
    }

    private static List<Matching.Line> lines(LessonPair pair, Period term, List<PlannedLesson> plan,
            List<SharedLesson> lessons, LocalDate day) {
        LocalDate last = pair.last();
        return Matching.of(term, plan.stream().filter(each -> each.term().equals(term.name())).toList(),
                lessons.stream().filter(each -> between(each, pair.two())
                        && !each.brief().date().isBefore(pair.from())
                        && (last == null || !each.brief().date().isAfter(last))
                        && Matching.ofClasses(each, pair.two().giverClass(), pair.two().receiverClass())).toList(),
                day);
    }

    private static boolean between(SharedLesson lesson, Two two) {
        return lesson.schools().containsAll(Set.of(two.giver(), two.receiver()));
    }

    private static Optional<Period> term(Places places, String name, LocalDate day) {
        return places.terms().stream()
                .filter(each -> name.isEmpty() ? !each.days().first().isAfter(day) : each.name().equals(name))
                .reduce((earlier, later) -> later);
    }

    /**
     * One pair's page.
     *
     * @param lines plan and lessons of the term
     * @param terms that lie within the pair's days
     * @param giving who may teach
     * @param receiving who may be with the class at the other end
     * @param planned whether anything is planned in any term
     * @param keeps whether somebody may plan and end it
     */
    public record Shown(LessonPair pair, @Nullable Period term, List<Matching.Line> lines, List<Period> terms,
            Map<UUID, String> names, List<String> subjects, List<Colleague> giving, List<Colleague> receiving,
            boolean planned, boolean keeps, LocalDate today) {

        public String name(@Nullable UUID id) {
            return id == null ? "" : names.getOrDefault(id, "");
        }

        public Tally tally() {
            return Tally.of(lines);
        }

        public int weeks() {
            return term == null ? 0 : SchoolCalendar.weeks(term);
        }
    }

    /**
     * One pair.
     *
     * @param termName of the term to look at; empty for the one that is now
     * @throws Absent where there is none, or somebody may not see it
     */
    public Shown show(Actor actor, UUID id, String termName) {
        Places places = around.places();
        Reach reach = places.reach(actor);
        LessonPair pair = store.find(id).filter(each -> sees(places, reach, each.two()))
                .orElseThrow(() -> new Absent(KIND, id));
        LocalDate last = pair.last();
        List<Period> terms = places.terms().stream().filter(term -> !term.days().last().isBefore(pair.from())
                && (last == null || !term.days().first().isAfter(last))).toList();
        Period term = terms.stream().filter(each -> each.name().equals(termName)).findFirst()
                .orElseGet(() -> terms.stream().filter(each -> !each.days().first().isAfter(places.today()))
                        .reduce((earlier, later) -> later).orElse(terms.isEmpty() ? null : terms.getFirst()));
        List<PlannedLesson> plan = store.plan(List.of(id));
        boolean keeps = keeps(reach, pair.two());
        Map<UUID, String> names = places.names();
        Set<UUID> people = new HashSet<>();
        plan.forEach(each -> Stream.of(each.giverTeacher(), each.receiverTeacher()).filter(Objects::nonNull)
                .forEach(people::add));
        facts.people().find(people).values().forEach(person -> names.put(person.id(), person.name()));
        return new Shown(pair, term,
                term == null
                        ? List.of()
                        : lines(pair, term, plan,
                                facts.occasions().lessons(actor, Set.of(pair.two().giver(), pair.two().receiver()),
                                        new DateRange(term.days().first(), term.days().last())),
                                places.today()),
                terms, names, places.composition().subjects(), keeps ? colleagues(pair.two().giver()) : List.of(),
                keeps ? colleagues(pair.two().receiver()) : List.of(), !plan.isEmpty(), keeps, places.today());
    }

    private List<Colleague> colleagues(UUID school) {
        return facts.people().atSchool(school, around.today());
    }

    static boolean sees(Places places, Reach reach, Two two) {
        return reach.district() || Stream.of(two.giver(), two.receiver())
                .anyMatch(school -> places.communityOf(school, places.today()).filter(reach::reads).isPresent());
    }

    /** The offices of both schools, and the bureau's administrator. */
    static boolean keeps(Reach reach, Two two) {
        return reach.lists() || reach.offices().contains(two.giver()) || reach.offices().contains(two.receiver());
    }

    /**
     * What the form for a pair offers.
     *
     * @param giving classes of the school that gives, empty until both are chosen
     */
    public record Offer(List<School> schools, @Nullable UUID giver, @Nullable UUID receiver, List<String> giving,
            List<String> receiving) {

        public boolean chosen() {
            return giver != null && receiver != null && !giver.equals(receiver);
        }
    }

    public Offer offer(Actor actor, @Nullable UUID giver, @Nullable UUID receiver, LocalDate day) {
        Places places = around.places();
        List<School> schools = reached(places, places.reach(actor));
        UUID gives = known(schools, giver);
        UUID receives = known(schools, receiver);
        boolean both = gives != null && receives != null;
        return new Offer(schools, gives, receives, both ? classes(gives, day) : List.of(),
                both ? classes(receives, day) : List.of());
    }

    /** Whom somebody may pair: the bureau all, a school's office those of its community. */
    static List<School> reached(Places places, Reach reach) {
        return reach.lists() ? places.schools() : places.schools(reach);
    }

    private static @Nullable UUID known(List<School> schools, @Nullable UUID id) {
        return schools.stream().map(School::id).filter(each -> each.equals(id)).findFirst().orElse(null);
    }

    List<String> classes(@Nullable UUID school, LocalDate day) {
        return school == null
                ? List.of()
                : List.copyOf(facts.timetables().classes(school, day).stream().map(LessonPairs::text)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static String text(SchoolClass each) {
        return each.site().campus() + each.name().text();
    }
}
