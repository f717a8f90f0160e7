package org.jiaogongti.platform.staff;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.staff.MentoringPair.State;
import org.jiaogongti.platform.staff.store.MentoringStore;
import org.jiaogongti.platform.staff.store.PeopleStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mentoring pairs (青蓝工程) as far as somebody may see them. A fixed number of selects for a page, whatever its size. */
@Service
@Transactional(readOnly = true)
public class Mentoring {

    static final String KIND = "mentoring-pair";

    private final MentoringStore store;
    private final PeopleStore people;
    private final Register register;
    private final Ground ground;

    Mentoring(MentoringStore store, PeopleStore people, Register register, Ground ground) {
        this.store = store;
        this.people = people;
        this.register = register;
        this.ground = ground;
    }

    /** What pairs stand on. */
    @Component
    record Ground(Schools schools, Directory directory, BusinessClock clock) {}

    /** How often a pair has met up to a day, for how long, and when last. */
    public record Met(int times, int minutes, @Nullable LocalDate last) {

        static final Met NEVER = new Met(0, 0, null);

        static Met of(Collection<MentoringMeeting> meetings, LocalDate day) {
            int times = 0;
            int minutes = 0;
            LocalDate last = null;
            for (MentoringMeeting meeting : meetings) {
                if (!meeting.on().isAfter(day)) {
                    times++;
                    minutes += meeting.minutes();
                    last = last == null || meeting.on().isAfter(last) ? meeting.on() : last;
                }
            }
            return new Met(times, minutes, last);
        }
    }

    /**
     * Pairs as of a day.
     *
     * @param names of schools and people
     * @param schools that somebody may choose from
     * @param more whether there are pairs after these
     */
    public record Listed(List<MentoringPair> pairs, Map<UUID, String> names, Map<UUID, Met> met, List<School> schools,
            boolean more) {

        public String name(UUID id) {
            return names.getOrDefault(id, "");
        }

        public Met met(MentoringPair pair) {
            return met.getOrDefault(pair.id(), Met.NEVER);
        }
    }

    public LocalDate today() {
        return ground.clock().today();
    }

    public Listed list(Actor actor, MentoringFilter filter, @Nullable UUID after, int size) {
        StaffRights rights = new StaffRights(actor);
        List<MentoringPair> found = store.page(filter,
                new MentoringStore.View(rights.seesAll() ? null : rights.offices(), actor.personId()), after,
                size + 1);
        boolean more = found.size() > size;
        List<MentoringPair> shown = more ? found.subList(0, size) : found;
        List<School> schools = ground.schools().all().stream()
                .filter(school -> rights.seesAll() || rights.offices().contains(school.id())).toList();
        return new Listed(shown, names(shown), met(shown, filter.on()), schools, more);
    }

    private Map<UUID, Met> met(Collection<MentoringPair> pairs, LocalDate day) {
        Map<UUID, Met> met = new HashMap<>();
        store.meetings(pairs.stream().map(MentoringPair::id).toList()).stream()
                .collect(Collectors.groupingBy(MentoringMeeting::pair))
                .forEach((pair, meetings) -> met.put(pair, Met.of(meetings, day)));
        return met;
    }

    private Map<UUID, String> names(Collection<MentoringPair> pairs) {
        Set<UUID> named = new HashSet<>();
        pairs.forEach(pair -> {
            named.add(pair.two().mentor());
            named.add(pair.two().mentee());
        });
        Map<UUID, String> names = new LinkedHashMap<>();
        ground.schools().all().forEach(school -> names.put(school.id(), school.name()));
        people.find(named).forEach(person -> names.put(person.id(), person.name()));
        return names;
    }

    /** The pairs of one person, for whoever reads their dossier; those that may be opened are said. */
    public Own ofPerson(Actor actor, UUID person) {
        StaffRights rights = new StaffRights(actor);
        List<MentoringPair> pairs = store.ofPeople(List.of(person));
        LocalDate today = today();
        Map<UUID, Met> met = pairs.isEmpty() ? Map.of() : met(pairs, today);
        return new Own(new Listed(pairs, pairs.isEmpty() ? Map.of() : names(pairs), met, List.of(), false),
                pairs.stream().filter(pair -> sees(rights, pair)).map(MentoringPair::id).collect(Collectors.toSet()));
    }

    /** One person's pairs, and those of them that may be opened. */
    public record Own(Listed listed, Set<UUID> open) {

        public static final Own NONE = new Own(new Listed(List.of(), Map.of(), Map.of(), List.of(), false), Set.of());
    }

    /**
     * One pair's page.
     *
     * @param young whether the mentee is an early-career teacher by the bureau's rule on the first day; empty where it
     *     cannot be said
     * @param open those of the two whose page may be opened
     * @param keeps whether somebody may end it and take it back
     * @param meets whether somebody may note a meeting
     */
    public record Shown(MentoringPair pair, List<MentoringMeeting> meetings, Map<UUID, String> names, LocalDate today,
            Optional<Boolean> young, Set<UUID> open, boolean keeps, boolean meets) {

        public String name(UUID id) {
            return names.getOrDefault(id, "");
        }

        public Met met() {
            return Met.of(meetings, today);
        }

        public State state() {
            return pair.state(today, met().last());
        }
    }

    /**
     * One pair.
     *
     * @throws Absent where there is no such pair, or somebody may not see it
     */
    public Shown show(Actor actor, UUID id) {
        StaffRights rights = new StaffRights(actor);
        MentoringPair pair = seen(rights, id);
        LocalDate today = today();
        boolean keeps = keeps(rights, pair);
        return new Shown(pair, store.meetings(List.of(id)), names(List.of(pair)), today, young(pair),
                register.open(actor, Set.of(pair.two().mentor(), pair.two().mentee())), keeps,
                meets(rights, pair) && !today.isBefore(pair.from()));
    }

    MentoringPair seen(StaffRights rights, UUID id) {
        return store.find(List.of(id)).stream().findFirst().filter(pair -> sees(rights, pair))
                .orElseThrow(() -> new Absent(KIND, id));
    }

    private static boolean sees(StaffRights rights, MentoringPair pair) {
        return rights.seesAll() || meets(rights, pair);
    }

    /** The two themselves, and who keeps the pair. */
    static boolean meets(StaffRights rights, MentoringPair pair) {
        return keeps(rights, pair) || rights.self(pair.two().mentor()) || rights.self(pair.two().mentee());
    }

    static boolean keeps(StaffRights rights, MentoringPair pair) {
        return keeps(rights, pair.two());
    }

    static boolean keeps(StaffRights rights, MentoringPair.Two two) {
        return rights.organises() || rights.officeOfAny(List.of(two.mentorSchool(), two.menteeSchool()));
    }

    private Optional<Boolean> young(MentoringPair pair) {
        LocalDate since = people.find(List.of(pair.two().mentee())).stream().map(Person::since)
                .filter(Objects::nonNull).findFirst().orElse(null);
        return since == null
                ? Optional.empty()
                : register.ruleOn(pair.from()).map(rule -> rule.young(since, pair.from()));
    }

    /**
     * What the form for a pair offers.
     *
     * @param mentors people in post at the mentor's school on the day, empty until it is chosen
     */
    public record Offer(List<School> schools, @Nullable UUID mentorSchool, @Nullable UUID menteeSchool,
            List<Colleague> mentors, List<Colleague> mentees) {

        public boolean chosen() {
            return mentorSchool != null && menteeSchool != null;
        }
    }

    /** People of two schools on a day; an office of one school starts with its own. */
    public Offer offer(Actor actor, @Nullable UUID mentorSchool, @Nullable UUID menteeSchool, LocalDate day) {
        StaffRights rights = new StaffRights(actor);
        UUID home = rights.organises() ? null : rights.offices().stream().findFirst().orElse(null);
        List<School> schools = reached(actor);
        UUID mentors = known(schools, mentorSchool == null ? home : mentorSchool);
        UUID mentees = known(schools, menteeSchool == null ? home : menteeSchool);
        if (mentors == null || mentees == null
                || !(rights.organises() || rights.officeOfAny(List.of(mentors, mentees)))) {
            return new Offer(schools, mentors, null, List.of(), List.of());
        }
        return new Offer(schools, mentors, mentees, people.colleagues(mentors, day), people.colleagues(mentees, day));
    }

    /** The schools that somebody may form pairs with: those whose people they find anyway. */
    List<School> reached(Actor actor) {
        Optional<Collection<UUID>> found = ground.directory().schools(actor, today());
        return ground.schools().all().stream()
                .filter(school -> found.isEmpty() || found.get().contains(school.id())).toList();
    }

    private static @Nullable UUID known(List<School> schools, @Nullable UUID id) {
        return schools.stream().map(School::id).filter(each -> each.equals(id)).findFirst().orElse(null);
    }
}
