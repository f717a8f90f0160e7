package org.jiaogongti.platform.staff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.school.Change;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.jiaogongti.platform.staff.store.PeopleStore;
import org.jiaogongti.platform.staff.store.RegisterStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeping the register. Whoever may not keep a person is answered as if there were no such person. */
@Service
@Transactional
public class RegisterChanges {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_TEXT = 80;
    private static final String KIND = "person";

    private final PeopleStore people;
    private final RegisterStore store;
    private final Register register;
    private final Tools tools;

    RegisterChanges(PeopleStore people, RegisterStore store, Register register, Tools tools) {
        this.people = people;
        this.store = store;
        this.register = register;
        this.tools = tools;
    }

    /** What keeping the register needs besides its tables. */
    @Component
    record Tools(Schools schools, Journal journal, Ids ids, BusinessClock clock) {}

    /**
     * Who somebody is, as typed.
     *
     * @param sort pinyin, empty where it is the name
     */
    public record Details(String name, String number, String sort, @Nullable LocalDate since) {}

    /** What came of entering somebody. */
    public sealed interface Entered {

        record Done(UUID person) implements Entered {}

        /** A no, as a message key. */
        record Refused(String key) implements Entered {}
    }

    /** Enters somebody who teaches at a school from a day on. */
    public Entered enter(Actor actor, Details details, @Nullable UUID school, @Nullable LocalDate from) {
        StaffRights rights = new StaffRights(actor);
        if (school == null || from == null) {
            return new Entered.Refused("staff.refused.missing");
        }
        boolean known = tools.schools().find(school).isPresent();
        if (!known || !(rights.organises() || rights.offices().contains(school))) {
            throw new Absent("school", school);
        }
        Optional<String> problem = problem(details, null);
        if (problem.isPresent()) {
            return new Entered.Refused(problem.get());
        }
        Person person = person(tools.ids().next(), details);
        people.put(List.of(person));
        people.putPostings(
                List.of(new PersonPosting(tools.ids().next(), person.id(), Role.TEACHER, school, null, null, from,
                        null)));
        tools.journal().write(actor, "PersonEntered", KIND, person.id(),
                Map.of("school", school.toString(), "from", from.toString()));
        return new Entered.Done(person.id());
    }

    private static Person person(UUID id, Details details) {
        return new Person(id, details.number().isEmpty() ? null : details.number(), details.name(),
                details.sort().isEmpty() ? details.name() : details.sort(), details.since());
    }

    private Optional<String> problem(Details details, @Nullable UUID own) {
        if (details.name().isEmpty() || details.name().length() > LONGEST_NAME
                || details.sort().length() > LONGEST_NAME || details.number().length() > 30) {
            return Optional.of("staff.refused.name");
        }
        boolean taken = !details.number().isEmpty() && people.numbered(List.of(details.number())).stream()
                .anyMatch(other -> !other.id().equals(own));
        return taken ? Optional.of("staff.refused.number") : Optional.empty();
    }

    private Dossier kept(Actor actor, UUID id) {
        return register.dossier(id)
                .filter(dossier -> new StaffRights(actor).mayKeep(dossier, tools.clock().today()))
                .orElseThrow(() -> new Absent(KIND, id));
    }

    /** Corrects who somebody is. */
    public Change describe(Actor actor, UUID id, Details details) {
        kept(actor, id);
        Optional<String> problem = problem(details, id);
        if (problem.isPresent()) {
            return new Change.Refused(problem.get());
        }
        people.put(List.of(person(id, details)));
        return done(actor, "PersonDescribed", id, details.since() == null
                ? Map.of()
                : Map.of("since", String.valueOf(details.since())));
    }

    /**
     * A posting as typed.
     *
     * @param instead whether postings at schools that hold on its first day end the day before
     */
    public record NewPosting(@Nullable Role role, @Nullable UUID school, @Nullable LocalDate from,
            @Nullable LocalDate to, boolean instead) {}

    /** Posts somebody from a day on. */
    public Change post(Actor actor, UUID id, NewPosting given) {
        Dossier dossier = kept(actor, id);
        StaffRights rights = new StaffRights(actor);
        Role role = given.role();
        LocalDate from = given.from();
        if (role == null || from == null) {
            return new Change.Refused("staff.refused.missing");
        }
        UUID school = role.reach() == Role.Reach.SCHOOL ? given.school() : null;
        if ((role.reach() == Role.Reach.SCHOOL) != (school != null)) {
            return new Change.Refused("staff.refused.missing");
        }
        if (!rights.mayPost(role, Optional.ofNullable(school))
                || (school != null && tools.schools().find(school).isEmpty())) {
            return new Change.Refused("staff.refused.role");
        }
        if (given.to() != null && given.to().isBefore(from)) {
            return new Change.Refused("staff.refused.order");
        }
        List<PersonPosting> changed = given.instead() ? ended(dossier, rights, from) : new ArrayList<>();
        Set<UUID> ending = changed.stream().map(PersonPosting::id).collect(java.util.stream.Collectors.toSet());
        boolean held = dossier.postings().stream().filter(other -> !ending.contains(other.id()))
                .anyMatch(other -> other.role() == role && java.util.Objects.equals(other.school(), school)
                        && overlaps(other.from(), other.to(), from, given.to()));
        if (held) {
            return new Change.Refused("staff.refused.overlap");
        }
        changed.add(new PersonPosting(tools.ids().next(), id, role, school, null, null, from, given.to()));
        people.putPostings(changed);
        Map<String, String> payload = new LinkedHashMap<>(
                Map.of("role", role.name(), "from", from.toString(), "ended", String.valueOf(ending.size())));
        if (school != null) {
            payload.put("school", school.toString());
        }
        return done(actor, "PersonPosted", id, payload);
    }

    /** The postings at schools that hold on a day, with the day before as their last; what began that day stays. */
    private static List<PersonPosting> ended(Dossier dossier, StaffRights rights, LocalDate from) {
        List<PersonPosting> ended = new ArrayList<>();
        for (PersonPosting old : dossier.postingsOn(from)) {
            if (old.school() != null && old.from().isBefore(from)
                    && rights.mayPost(old.role(), Optional.of(old.school()))) {
                ended.add(until(old, from.minusDays(1)));
            }
        }
        return ended;
    }

    private static PersonPosting until(PersonPosting old, LocalDate last) {
        return new PersonPosting(old.id(), old.person(), old.role(), old.school(), old.community(), old.subject(),
                old.from(), last);
    }

    static boolean overlaps(LocalDate from, @Nullable LocalDate to, LocalDate otherFrom, @Nullable LocalDate otherTo) {
        return (to == null || !to.isBefore(otherFrom)) && (otherTo == null || !otherTo.isBefore(from));
    }

    /** Ends a posting with a day. */
    public Change endPosting(Actor actor, UUID id, UUID posting, @Nullable LocalDate last) {
        Dossier dossier = kept(actor, id);
        PersonPosting old = dossier.postings().stream().filter(each -> each.id().equals(posting)).findFirst()
                .orElseThrow(() -> new Absent("posting", posting));
        if (!new StaffRights(actor).mayPost(old.role(), Optional.ofNullable(old.school()))) {
            return new Change.Refused("staff.refused.role");
        }
        if (last == null) {
            return new Change.Refused("staff.refused.missing");
        }
        if (last.isBefore(old.from())) {
            return new Change.Refused("staff.refused.order");
        }
        people.putPostings(List.of(until(old, last)));
        return done(actor, "PostingEnded", id, Map.of("posting", posting.toString(), "last", last.toString()));
    }

    /** Gives somebody a rank from a day on. */
    public Change rank(Actor actor, UUID id, @Nullable Rank rank, @Nullable LocalDate from) {
        kept(actor, id);
        if (rank == null || from == null) {
            return new Change.Refused("staff.refused.missing");
        }
        if (!new StaffRights(actor).mayRank(rank)) {
            return new Change.Refused("staff.refused.role");
        }
        people.putRanks(List.of(new PersonRank(id, rank, from)));
        return done(actor, "PersonRanked", id, Map.of("rank", rank.name(), "from", from.toString()));
    }

    /** A title as typed. */
    public record NewTitle(String name, PersonTitle.@Nullable Level level, @Nullable String document,
            @Nullable LocalDate from, @Nullable LocalDate to) {}

    /** Notes a title, or its last day. */
    public Change title(Actor actor, UUID id, NewTitle given) {
        kept(actor, id);
        PersonTitle.Level level = given.level();
        LocalDate from = given.from();
        String document = given.document();
        if (level == null || from == null || given.name().isEmpty()) {
            return new Change.Refused("staff.refused.missing");
        }
        if (given.name().length() > 30 || (document != null && document.length() > LONGEST_TEXT)) {
            return new Change.Refused("staff.refused.title");
        }
        if (level.distinguished() && document == null) {
            return new Change.Refused("staff.refused.document");
        }
        if (given.to() != null && given.to().isBefore(from)) {
            return new Change.Refused("staff.refused.order");
        }
        store.putTitles(List.of(new PersonTitle(id, given.name(), level, document, from, given.to())));
        return done(actor, "TitleNoted", id, dated(Map.of("level", level.name()), from, given.to()));
    }

    /** Notes a subject that somebody teaches, or its last day. */
    public Change subject(Actor actor, UUID id, String subject, @Nullable LocalDate from, @Nullable LocalDate to) {
        kept(actor, id);
        if (from == null) {
            return new Change.Refused("staff.refused.missing");
        }
        if (!tools.schools().subjects().contains(subject)) {
            return new Change.Refused("staff.refused.subject");
        }
        if (to != null && to.isBefore(from)) {
            return new Change.Refused("staff.refused.order");
        }
        store.putSubjects(List.of(new TaughtSubject(id, subject, from, to)));
        return done(actor, "SubjectNoted", id, dated(Map.of("subject", subject), from, to));
    }

    /** Notes how somebody is employed from a day on. */
    public Change employ(Actor actor, UUID id, @Nullable LocalDate from, boolean permanent, boolean fullTime) {
        kept(actor, id);
        if (from == null) {
            return new Change.Refused("staff.refused.missing");
        }
        store.putEmployments(List.of(new Employment(id, from, permanent, fullTime)));
        return done(actor, "EmploymentNoted", id,
                Map.of("from", from.toString(), "permanent", permanent, "fullTime", fullTime));
    }

    /** Decides whom the bureau calls an early-career teacher from a day on. */
    public Change decideYoung(Actor actor, YoungRule rule) {
        if (!new StaffRights(actor).organises()) {
            return new Change.Refused("staff.refused.role");
        }
        if (rule.years() < YoungRule.FEWEST_YEARS || rule.years() > YoungRule.MOST_YEARS) {
            return new Change.Refused("staff.refused.years");
        }
        if (rule.document().isEmpty() || rule.document().length() > LONGEST_TEXT) {
            return new Change.Refused("staff.refused.document");
        }
        store.putYoungRule(rule);
        tools.journal().write(actor, "YoungRuleDecided", "young-rule", null, Map.of("from", rule.from().toString(),
                "years", rule.years(), "document", rule.document()));
        return new Change.Done();
    }

    /** Sets up what a district's register holds besides people and postings, all in one go. */
    public void setUp(List<PersonTitle> titles, List<TaughtSubject> subjects, List<Employment> employments,
            List<YoungRule> rules) {
        store.putTitles(titles);
        store.putSubjects(subjects);
        store.putEmployments(employments);
        rules.forEach(store::putYoungRule);
    }

    private static Map<String, String> dated(Map<String, String> payload, LocalDate from, @Nullable LocalDate to) {
        Map<String, String> all = new LinkedHashMap<>(payload);
        all.put("from", from.toString());
        if (to != null) {
            all.put("to", to.toString());
        }
        return all;
    }

    private Change done(Actor actor, String action, UUID person, Map<String, ?> payload) {
        tools.journal().write(actor, action, KIND, person, payload);
        return new Change.Done();
    }
}
