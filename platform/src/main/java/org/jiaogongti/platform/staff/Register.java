package org.jiaogongti.platform.staff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiaogongti.charter.Condition;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.Threshold;
import org.jiaogongti.charter.notice.Quote;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.obligation.InForce;
import org.jiaogongti.platform.obligation.Progresses;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.school.StaffCount;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.staff.store.PeopleStore;
import org.jiaogongti.platform.staff.store.PlacementStore;
import org.jiaogongti.platform.staff.store.RegisterStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The district's people as far as somebody may see them. A fixed number of selects for a page, whatever its size. */
@Service
@Transactional(readOnly = true)
public class Register {

    private final PeopleStore people;
    private final RegisterStore register;
    private final PlacementStore placements;
    private final Ground ground;

    Register(PeopleStore people, RegisterStore register, PlacementStore placements, Ground ground) {
        this.people = people;
        this.register = register;
        this.placements = placements;
        this.ground = ground;
    }

    /** What the register stands on. */
    @Component
    record Ground(Schools schools, Directory directory, Progresses progresses, BusinessClock clock) {}

    /**
     * A page of the register.
     *
     * @param schools that somebody may choose from
     * @param more whether there are people after these
     * @param enters whether somebody may enter people
     */
    public record Listed(List<Dossier> people, List<School> schools, List<String> subjects, Optional<YoungRule> rule,
            LocalDate today, boolean more, boolean enters) {}

    public Listed list(Actor actor, RegisterFilter filter, @Nullable UUID after, int size) {
        StaffRights rights = new StaffRights(actor);
        LocalDate today = ground.clock().today();
        List<School> choices = choices(rights);
        Set<UUID> own = choices.stream().map(School::id).collect(Collectors.toSet());
        UUID school = filter.school();
        Set<UUID> within = school == null ? own : own.contains(school) ? Set.of(school) : Set.of();
        List<Person> found = register.page(filter, rights.seesAll() && school == null ? null : within, today, after,
                size + 1);
        boolean more = found.size() > size;
        return new Listed(dossiers(more ? found.subList(0, size) : found), choices, ground.schools().subjects(),
                ruleOn(today), today, more, !choices.isEmpty() && (rights.organises() || !rights.offices().isEmpty()));
    }

    private List<School> choices(StaffRights rights) {
        return ground.schools().all().stream()
                .filter(school -> rights.seesAll() || rights.offices().contains(school.id())).toList();
    }

    /** People with all that is known of them, in the order given; five selects. */
    List<Dossier> dossiers(List<Person> found) {
        Set<UUID> ids = found.stream().map(Person::id).collect(Collectors.toSet());
        Map<UUID, List<PersonPosting>> postings = by(people.postingsOf(ids), PersonPosting::person);
        Map<UUID, List<PersonRank>> ranks = by(people.ranks(ids), PersonRank::person);
        Map<UUID, List<PersonTitle>> titles = by(register.titles(ids), PersonTitle::person);
        Map<UUID, List<TaughtSubject>> subjects = by(register.subjects(ids), TaughtSubject::person);
        Map<UUID, List<Employment>> employments = by(register.employments(ids), Employment::person);
        return found.stream()
                .map(person -> new Dossier(person, postings.getOrDefault(person.id(), List.of()),
                        ranks.getOrDefault(person.id(), List.of()), titles.getOrDefault(person.id(), List.of()),
                        subjects.getOrDefault(person.id(), List.of()),
                        employments.getOrDefault(person.id(), List.of())))
                .toList();
    }

    private static <T> Map<UUID, List<T>> by(List<T> rows, Function<T, UUID> person) {
        return rows.stream().collect(Collectors.groupingBy(person));
    }

    Optional<YoungRule> ruleOn(LocalDate day) {
        return register.youngRules().stream().filter(rule -> !rule.from().isAfter(day)).findFirst();
    }

    /** The rules for early-career teachers, newest first. */
    public List<YoungRule> youngRules() {
        return register.youngRules();
    }

    /**
     * What one person's page shows.
     *
     * @param whole whether it shows the whole dossier, or what everybody reads who may find the person
     * @param names of schools, and of people named beside the person
     * @param keeps whether somebody may change it
     * @param roles that somebody may post the person to
     * @param schools that somebody may post the person at
     */
    public record Shown(Dossier dossier, boolean whole, Optional<YoungRule> rule, List<PersonPlacement> placements,
            Map<UUID, String> names, LocalDate today, boolean keeps, Set<Role> roles, List<School> schools,
            List<String> subjects, boolean appoints) {

        public String name(@Nullable UUID id) {
            return id == null ? "" : names.getOrDefault(id, "");
        }
    }

    /**
     * One person.
     *
     * @throws Absent where there is no such person, or somebody may not see them
     */
    public Shown show(Actor actor, UUID id) {
        StaffRights rights = new StaffRights(actor);
        LocalDate today = ground.clock().today();
        Dossier known = dossier(id).orElseThrow(() -> new Absent("person", id));
        boolean whole = rights.maySee(known);
        if (!whole && !ground.directory().finds(actor, known, today)) {
            throw new Absent("person", id);
        }
        Dossier dossier = whole ? known : known.card(today);
        boolean keeps = whole && rights.mayKeep(dossier, today);
        List<PersonPlacement> placed = whole ? placements.named(id) : List.of();
        Map<UUID, String> names = new LinkedHashMap<>();
        List<School> all = ground.schools().all();
        all.forEach(school -> names.put(school.id(), school.name()));
        people.find(beside(placed)).forEach(person -> names.put(person.id(), person.name()));
        List<School> schools = all.stream()
                .filter(school -> rights.organises() || rights.offices().contains(school.id())).toList();
        return new Shown(dossier, whole, ruleOn(today), placed, names, today, keeps, rights.mayPostTo(), schools,
                ground.schools().subjects(), rights.organises());
    }

    /** Those of some people whose page somebody may open. */
    Set<UUID> open(Actor actor, Set<UUID> asked) {
        StaffRights rights = new StaffRights(actor);
        LocalDate today = ground.clock().today();
        Map<UUID, List<PersonPosting>> postings = by(people.postingsOf(asked), PersonPosting::person);
        return people.find(asked).stream()
                .map(person -> new Dossier(person, postings.getOrDefault(person.id(), List.of()), List.of(), List.of(),
                        List.of(), List.of()))
                .filter(dossier -> rights.maySee(dossier) || ground.directory().finds(actor, dossier, today))
                .map(dossier -> dossier.person().id()).collect(Collectors.toSet());
    }

    private static Set<UUID> beside(List<PersonPlacement> placed) {
        Set<UUID> named = new HashSet<>();
        placed.forEach(placement -> {
            named.add(placement.person());
            if (placement.mentor() != null) {
                named.add(placement.mentor());
            }
        });
        return named;
    }

    Optional<Dossier> dossier(UUID id) {
        return dossiers(people.find(List.of(id))).stream().findFirst();
    }

    /** The schools whose people somebody may enter, for the form. */
    public List<School> enterable(Actor actor) {
        StaffRights rights = new StaffRights(actor);
        return ground.schools().all().stream()
                .filter(school -> rights.organises() || rights.offices().contains(school.id())).toList();
    }

    /**
     * A school's people on a day: as counted for duties, and as the register holds them.
     *
     * @param counted the count in force, or null where none is entered yet
     * @param needed people that a visit with a share of the teachers needs, or null where it cannot be said
     */
    public record SchoolFigures(School school, @Nullable StaffCount counted, @Nullable Integer needed,
            StaffFigure registered) {}

    /** A duty that asks for a share of a school's teachers, with the place of its words and how it is read. */
    public record ShareRule(Quote quote, String name, Condition.ParticipantsAtLeast condition) {}

    /** All schools' figures on a day, with the rules of the charter in force that rest on them. */
    public record Figures(LocalDate day, List<SchoolFigures> schools, List<ShareRule> rules) {}

    public Figures figures(Actor actor, @Nullable LocalDate asked) {
        LocalDate day = asked == null ? ground.clock().today() : asked;
        List<ShareRule> rules = ground.progresses().inForce().map(inForce -> rules(inForce, day)).orElse(List.of());
        Map<UUID, StaffCount> counts = ground.schools().staffCounts().stream()
                .filter(count -> !count.from().isAfter(day)).collect(Collectors.toMap(StaffCount::school,
                        Function.identity(), (a, b) -> a.from().isAfter(b.from()) ? a : b));
        Map<UUID, StaffFigure> registered = register.figures(day).stream()
                .collect(Collectors.toMap(StaffFigure::school, Function.identity()));
        List<SchoolFigures> schools = new ArrayList<>();
        for (School school : choices(new StaffRights(actor))) {
            StaffCount count = counts.get(school.id());
            Integer needed = count == null || rules.isEmpty()
                    ? null
                    : Integer.valueOf(rules.getFirst().condition().threshold().number(count::teachers));
            schools.add(new SchoolFigures(school, count, needed,
                    registered.getOrDefault(school.id(), new StaffFigure(school.id(), 0, 0, 0))));
        }
        return new Figures(day, schools, rules);
    }

    private static List<ShareRule> rules(InForce inForce, LocalDate day) {
        List<ShareRule> rules = new ArrayList<>();
        for (Obligation.Counted duty : inForce.charter().counted()) {
            flat(inForce.charter().rule(duty.id(), day).conditions())
                    .filter(Condition.ParticipantsAtLeast.class::isInstance)
                    .map(Condition.ParticipantsAtLeast.class::cast)
                    .filter(condition -> rests(condition.threshold()))
                    .forEach(condition -> rules.add(
                            new ShareRule(duty.head().quote(), duty.head().name(), condition)));
        }
        rules.sort(Comparator.comparingInt(rule -> rule.quote().start()));
        return rules;
    }

    private static Stream<Condition> flat(List<Condition> conditions) {
        return conditions.stream().flatMap(condition -> switch (condition) {
            case Condition.AllOf all -> flat(all.parts());
            case Condition.AnyOf any -> flat(any.parts());
            default -> Stream.of(condition);
        });
    }

    private static boolean rests(Threshold threshold) {
        return switch (threshold) {
            case Threshold.People _ -> false;
            case Threshold.ShareOfTeachers _ -> true;
            case Threshold.Smaller smaller -> smaller.of().stream().anyMatch(Register::rests);
            case Threshold.Larger larger -> larger.of().stream().anyMatch(Register::rests);
        };
    }
}
