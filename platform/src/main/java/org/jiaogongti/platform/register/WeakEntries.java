package org.jiaogongti.platform.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.OccasionBrief;
import org.jiaogongti.platform.activity.OccasionBriefs;
import org.jiaogongti.platform.community.Community;
import org.jiaogongti.platform.evidence.EvidenceFiles;
import org.jiaogongti.platform.evidence.EvidenceItem;
import org.jiaogongti.platform.obligation.Progresses;
import org.jiaogongti.platform.obligation.Standing;
import org.jiaogongti.platform.register.Surroundings.Places;
import org.jiaogongti.platform.register.model.MeasureCourse;
import org.jiaogongti.platform.register.model.Reach;
import org.jiaogongti.platform.register.model.Reviewing;
import org.jiaogongti.platform.register.model.Reviewing.Asked;
import org.jiaogongti.platform.register.store.WeakStore;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.SupportedSchool;
import org.jiaogongti.platform.school.SupportedSchools;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.staff.Colleague;
import org.jiaogongti.platform.staff.People;
import org.jiaogongti.platform.staff.Person;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 薄弱学科 and 薄弱学校 as far as somebody may see them: what is on the district's lists, on what ground, what is done about
 * it and what became of it. Nobody and no school is put in an order by it.
 */
@Service
@Transactional(readOnly = true)
public class WeakEntries {

    static final String KIND = "weak-entry";
    private static final Comparator<Review> LAST = Comparator.comparing(Review::id);

    private final WeakStore store;
    private final SupportedSchools supported;
    private final Surroundings around;
    private final Elsewhere elsewhere;

    WeakEntries(WeakStore store, SupportedSchools supported, Surroundings around, Elsewhere elsewhere) {
        this.store = store;
        this.supported = supported;
        this.around = around;
        this.elsewhere = elsewhere;
    }

    /** What an entry's page shows of other modules. */
    @Component
    record Elsewhere(OccasionBriefs occasions, People people, EvidenceFiles files, Progresses progresses) {}

    /** How an entry stands on a day, the most pressing first. */
    public enum State {
        COMING, CLOSED, REVIEW_LATE, MEASURE_LATE, REVIEW_DUE, GROUND_UNSAID, NO_MEASURE, GOING;

        public boolean waits() {
            return this != COMING && this != CLOSED && this != GOING;
        }
    }

    /**
     * An entry as of a day.
     *
     * @param asked terms that ask for a review, the latest first
     */
    public record Line(WeakEntry entry, WeakGround ground, List<Measure> measures, List<Asked> asked,
            Optional<Review> lastReview, LocalDate on) {

        public long count(Measure.State state) {
            return measures.stream().filter(each -> MeasureCourse.state(each, on) == state).count();
        }

        public State state() {
            if (entry.key().from().isAfter(on)) {
                return State.COMING;
            }
            if (!entry.holdsOn(on)) {
                return State.CLOSED;
            }
            Optional<Asked> called = Reviewing.called(asked);
            if (called.filter(each -> each.state() == Reviewing.State.LATE).isPresent()) {
                return State.REVIEW_LATE;
            }
            if (count(Measure.State.LATE) > 0) {
                return State.MEASURE_LATE;
            }
            if (called.isPresent()) {
                return State.REVIEW_DUE;
            }
            if (!ground.said()) {
                return State.GROUND_UNSAID;
            }
            return measures.stream().allMatch(each -> MeasureCourse.state(each, on) == Measure.State.DROPPED)
                    ? State.NO_MEASURE
                    : State.GOING;
        }
    }

    /**
     * A page of entries.
     *
     * @param all how many the filter finds
     * @param late how many of these have a review that is late
     * @param communities and schools that somebody may choose from
     * @param lists whether somebody may put something on the list
     */
    public record Listed(List<Line> lines, int all, long late, Map<UUID, String> names, List<Community> communities,
            List<School> schools, List<String> subjects, boolean lists, boolean more) {

        public String name(UUID id) {
            return names.getOrDefault(id, "");
        }
    }

    public LocalDate today() {
        return around.today();
    }

    /** Some selects for the whole list, however long it is. */
    public Listed list(Actor actor, WeakFilter filter, int page, int size) {
        Places places = around.places();
        Reach reach = places.reach(actor);
        List<Line> found = lines(places.terms(),
                entries(places).stream().filter(each -> reach.reads(each.entry().community()))
                        .filter(each -> matches(each.entry(), filter)).toList(),
                filter.on()).stream()
                .filter(line -> shown(line, filter)).toList();
        int first = Math.min(page * size, found.size());
        int last = Math.min(first + size, found.size());
        return new Listed(found.subList(first, last), found.size(),
                found.stream().filter(line -> line.state() == State.REVIEW_LATE).count(), places.names(),
                places.communities(reach), places.schools(reach), places.composition().subjects(), reach.lists(),
                last < found.size());
    }

    private static boolean matches(WeakEntry entry, WeakFilter filter) {
        return (filter.community() == null || entry.community().equals(filter.community()))
                && (filter.school() == null || entry.key().school().equals(filter.school()))
                && (filter.subject().isEmpty() || entry.key().subject().equals(filter.subject()));
    }

    private static boolean shown(Line line, WeakFilter filter) {
        State state = line.state();
        return switch (filter.show()) {
            case ALL -> true;
            case NOW -> state != State.COMING && state != State.CLOSED;
            case WAITING -> state.waits();
            case COMING -> state == State.COMING;
            case CLOSED -> state == State.CLOSED;
        };
    }

    /** An entry with what the school's own list says of its ground. */
    record Found(WeakEntry entry, WeakGround said) {}

    /** In the notice's order of schools, then subjects; the latest of a school's subject first. */
    List<Found> entries(Places places) {
        List<Found> found = new ArrayList<>();
        places.composition().weakSubjects().forEach(each -> found.add(new Found(
                new WeakEntry(new WeakKey(each.school(), each.subject(), each.from()), each.community(), each.to()),
                WeakGround.UNSAID)));
        for (SupportedSchool each : supported.all()) {
            // A school that belongs to no community is its own bureau's; nobody else reads it.
            places.communityOf(each.school(), each.from()).or(() -> places.communityOf(each.school(), places.today()))
                    .ifPresent(community -> found.add(new Found(
                            new WeakEntry(new WeakKey(each.school(), WeakKey.WHOLE, each.from()), community, each.to()),
                            new WeakGround(null, each.basis(), each.document(), "", null))));
        }
        Map<UUID, Integer> order = new HashMap<>();
        places.schools().forEach(school -> order.put(school.id(), order.size()));
        List<String> subjects = places.composition().subjects();
        found.sort(
                Comparator.comparing((Found each) -> order.getOrDefault(each.entry().key().school(), Integer.MAX_VALUE))
                        .thenComparingInt(each -> subjects.indexOf(each.entry().key().subject()))
                        .thenComparing(each -> each.entry().key().from(), Comparator.reverseOrder()));
        return found;
    }

    private List<Line> lines(List<Period> terms, List<Found> found, LocalDate on) {
        List<WeakKey> keys = found.stream().map(each -> each.entry().key()).toList();
        Map<WeakKey, WeakGround> grounds = store.grounds(keys, on);
        Map<WeakKey, List<Measure>> measures = store.measures(keys).stream().filter(each -> !each.setOn().isAfter(on))
                .collect(Collectors.groupingBy(Measure::entry));
        Map<WeakKey, List<Review>> reviews = store.reviews(keys).stream().filter(each -> !each.on().isAfter(on))
                .collect(Collectors.groupingBy(Review::entry));
        return found.stream().map(each -> line(each, grounds, measures, reviews, terms, on)).toList();
    }

    private static Line line(Found found, Map<WeakKey, WeakGround> grounds, Map<WeakKey, List<Measure>> measures,
            Map<WeakKey, List<Review>> reviews, List<Period> terms, LocalDate on) {
        WeakKey key = found.entry().key();
        List<Review> written = reviews.getOrDefault(key, List.of());
        return new Line(found.entry(), both(found.said(), grounds.getOrDefault(key, WeakGround.UNSAID)),
                measures.getOrDefault(key, List.of()), Reviewing.asked(found.entry(), terms,
                        written.stream().map(Review::term).collect(Collectors.toSet()), on),
                written.stream().max(Comparator.comparing(Review::term).thenComparing(LAST)), on);
    }

    /** A school's own list keeps the words of its ground; the register adds of which kind it is, by whom and when. */
    private static WeakGround both(WeakGround listed, WeakGround added) {
        return listed.said()
                ? new WeakGround(added.kind(), listed.source(), listed.document(), added.decider(), added.on())
                : added;
    }

    /**
     * One entry's page.
     *
     * @param duties that exist because of it, this term
     * @param others entries of the same school and subject
     * @param colleagues who may answer for a measure
     * @param works whether somebody may write in it
     * @param lists whether somebody may close it
     */
    public record Shown(Line line, List<Review> reviews, List<Closing> closings, Work work, Duties duties,
            List<WeakEntry> others, Map<UUID, List<EvidenceItem>> files, Map<UUID, String> names,
            List<Colleague> colleagues, List<Period> terms, boolean works, boolean lists, LocalDate today) {

        public String name(UUID id) {
            return names.getOrDefault(id, "");
        }
    }

    /** Occasions that serve an entry, the latest first, those that were taken out, and those that may be added. */
    public record Work(List<OccasionBrief> serving, List<OccasionBrief> leftOut, List<OccasionBrief> choices) {}

    /** What is owed this term because of an entry. */
    public record Duties(List<Standing> standings, Map<String, String> titles) {

        static final Duties NONE = new Duties(List.of(), Map.of());
    }

    /**
     * One entry.
     *
     * @throws Absent where there is none, or somebody may not see it
     */
    public Shown show(Actor actor, WeakKey key) {
        Places places = around.places();
        Reach reach = places.reach(actor);
        List<Found> all = entries(places);
        Found found = found(all, reach, key);
        WeakEntry entry = found.entry();
        Line line = lines(places.terms(), List.of(found), places.today()).getFirst();
        List<Closing> closings = store.closings(List.of(key));
        boolean works = reach.works(entry.community(), key.school(), key.subject());
        Map<UUID, String> names = places.names();
        elsewhere.people().find(line.measures().stream().map(Measure::person).filter(Objects::nonNull)
                .collect(Collectors.toSet())).values()
                .forEach((Person person) -> names.put(person.id(), person.name()));
        Map<UUID, List<EvidenceItem>> files = elsewhere.files().of(closings.stream().map(Closing::id).toList())
                .stream().collect(Collectors.groupingBy(EvidenceItem::holder));
        return new Shown(line, store.reviews(List.of(key)).reversed(), closings,
                work(actor, entry, works, places.today()), duties(entry, places), all.stream().map(Found::entry)
                        .filter(each -> each.key().school().equals(key.school())
                                && each.key().subject().equals(key.subject()) && !each.key().equals(key))
                        .toList(),
                files, names, works ? colleagues(entry, places) : List.of(), places.terms(), works, reach.lists(),
                places.today());
    }

    static Found found(Collection<Found> all, Reach reach, WeakKey key) {
        return all.stream().filter(each -> each.entry().key().equals(key) && reach.reads(each.entry().community()))
                .findFirst().orElseThrow(() -> new Absent(KIND, key));
    }

    private Work work(Actor actor, WeakEntry entry, boolean works, LocalDate today) {
        LocalDate first = entry.key().from();
        LocalDate last = entry.to() == null ? today.plusMonths(6) : entry.to();
        Map<UUID, JointWork> said = store.work(entry.key());
        Map<UUID, OccasionBrief> serving = new LinkedHashMap<>();
        elsewhere.occasions().together(actor, entry.key().school(), entry.key().subject(),
                new DateRange(first, last)).forEach(brief -> serving.put(brief.id(), brief));
        elsewhere.occasions().readable(actor, said.keySet()).forEach(brief -> serving.put(brief.id(), brief));
        List<OccasionBrief> leftOut = serving.values().stream().filter(brief -> left(said, brief)).toList();
        List<OccasionBrief> kept = serving.values().stream().filter(brief -> !left(said, brief))
                .filter(brief -> brief.state() == Occasion.State.PLANNED || brief.state() == Occasion.State.HELD)
                .sorted(Comparator.comparing(OccasionBrief::date).reversed()).toList();
        List<OccasionBrief> choices = works
                ? elsewhere.occasions().of(entry.community(), first, last).stream()
                        .filter(brief -> !serving.containsKey(brief.id())).toList()
                : List.of();
        return new Work(kept, leftOut, choices);
    }

    private static boolean left(Map<UUID, JointWork> said, OccasionBrief brief) {
        JointWork last = said.get(brief.id());
        return last != null && last.what() == JointWork.What.LEFT_OUT;
    }

    private Duties duties(WeakEntry entry, Places places) {
        Optional<Period> term = places.terms().stream().filter(each -> each.days().contains(places.today()))
                .findFirst();
        if (entry.key().whole() || term.isEmpty() || !entry.holdsOn(places.today())) {
            return Duties.NONE;
        }
        String counterpart = entry.key().school() + "/" + entry.key().subject();
        return elsewhere.progresses().board(term.get().name(), entry.community().toString()).map(board -> {
            List<Standing> standings = board.standings().stream()
                    .filter(each -> (each.key().counterpart() + "/").startsWith(counterpart + "/")).toList();
            Map<String, String> titles = new HashMap<>();
            standings.forEach(each -> board.inForce().charter().obligation(each.duty()).ifPresent(
                    duty -> titles.put(each.duty(), duty.head().quote().clause() + " " + duty.head().name())));
            return new Duties(standings, titles);
        }).orElse(Duties.NONE);
    }

    /** Those of the school, and of the lead school, which helps. */
    private List<Colleague> colleagues(WeakEntry entry, Places places) {
        Set<UUID> schools = new LinkedHashSet<>(List.of(entry.key().school()));
        places.leadOf(entry.community(), places.today()).ifPresent(schools::add);
        return schools.stream().flatMap(school -> elsewhere.people().atSchool(school, places.today()).stream())
                .toList();
    }

    /** What the form for a new entry offers. */
    public record Offer(List<School> schools, List<String> subjects, LocalDate today) {}

    public Offer offer() {
        Places places = around.places();
        return new Offer(places.schools(), places.composition().subjects(), places.today());
    }

    /** What waits for a school's office: what of its subjects is due, late or missing. Few selects: it is on the school's home. */
    public List<Line> waiting(Actor actor, UUID school) {
        if (!actor.schools(Role.PRINCIPAL, Role.SCHOOL_CLERK).contains(school)) {
            return List.of();
        }
        LocalDate today = around.today();
        List<Found> found = around.communities().weakSubjects(school).stream()
                .map(each -> new Found(new WeakEntry(new WeakKey(school, each.subject(), each.from()), each.community(),
                        each.to()), WeakGround.UNSAID))
                .filter(each -> each.entry().holdsOn(today)).toList();
        return found.isEmpty()
                ? List.of()
                : lines(around.calendars().current().terms(), found, today).stream()
                        .filter(line -> line.state().waits()).toList();
    }
}
