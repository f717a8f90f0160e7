package org.jiaogongti.platform.credit;

import java.time.LocalDate;
import java.util.Comparator;
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
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.LinkSecret;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.activity.PersonOccasion;
import org.jiaogongti.platform.activity.PersonOccasions;
import org.jiaogongti.platform.attendance.Attendances;
import org.jiaogongti.platform.credit.model.Reckoning;
import org.jiaogongti.platform.credit.model.Reckoning.Known;
import org.jiaogongti.platform.credit.store.CreditStore;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.school.Calendars;
import org.jiaogongti.platform.search.SearchQuery;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.jiaogongti.platform.staff.Directory;
import org.jiaogongti.platform.staff.FoundPerson;
import org.jiaogongti.platform.staff.People;
import org.jiaogongti.platform.staff.Person;
import org.jiaogongti.platform.staff.PersonPosting;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A teacher's own record. Whoever asks gets their own; somebody else's only while that person shows it to them. */
@Service
@Transactional(readOnly = true)
public class Credits {

    /** The longest time for which a record is shown. */
    public static final int LONGEST_SHOWING_DAYS = 90;
    private static final int SHOWN = 30;
    private static final int LONGEST_WHAT = 40;
    private static final int MOST_LINKS = 10;
    private static final int FOUND = 20;

    private final CreditStore store;
    private final CreditRules rules;
    private final PersonOccasions occasions;
    private final Attendances attendances;
    private final People people;
    private final Directory directory;
    private final Calendars calendars;
    private final Journal journal;
    private final BusinessClock clock;
    private final Ids ids;

    Credits(CreditStore store, CreditRules rules, PersonOccasions occasions, Attendances attendances, People people,
            Directory directory,
            Calendars calendars, Journal journal, BusinessClock clock, Ids ids) {
        this.store = store;
        this.rules = rules;
        this.occasions = occasions;
        this.attendances = attendances;
        this.people = people;
        this.directory = directory;
        this.calendars = calendars;
        this.journal = journal;
        this.clock = clock;
        this.ids = ids;
    }

    /** One's own page. */
    public record Own(CreditRecord record, List<Showing> showings, List<Showing> shownToMe, LocalDate today) {}

    /** Empty for an account that belongs to no person. */
    public Optional<Own> own(Actor actor, String year) {
        return person(actor).flatMap(people::find)
                .map(person -> new Own(record(person, year), store.by(person.id(), SHOWN),
                        store.to(person.id(), clock.today()), clock.today()));
    }

    private static Optional<UUID> person(Actor actor) {
        return Optional.ofNullable(actor.personId());
    }

    private CreditRecord record(Person person, String asked) {
        LocalDate today = clock.today();
        List<Period> years = calendars.current().periods().stream()
                .filter(period -> period.kind() == PeriodKind.SCHOOL_YEAR && !period.days().first().isAfter(today))
                .sorted(Comparator.comparing((Period period) -> period.days().first()).reversed()).toList();
        Optional<Period> year = years.stream().filter(each -> each.name().equals(asked)).findFirst()
                .or(() -> years.stream().findFirst());
        Set<UUID> schools = schools(person.id());
        List<Credit> lines = year.map(each -> lines(person, schools, each.days())).orElse(List.of());
        return new CreditRecord(person.name(), year.map(Period::name).orElse(""),
                years.stream().map(Period::name).toList(), lines, namesakes(person, schools));
    }

    /** What records say, and what rolls say besides; of both the latest first. */
    private List<Credit> lines(Person person, Set<UUID> schools, DateRange days) {
        List<PersonOccasion> named = occasions.of(person.name(), schools, days.first(), days.last());
        Set<UUID> ids = named.stream().map(PersonOccasion::id).collect(Collectors.toSet());
        List<PersonOccasion> signed = occasions.held(attendances.cameTo(person.id(), person.name(), schools),
                person.name(), days.first(), days.last()).stream().filter(each -> !ids.contains(each.id())).toList();
        List<PersonOccasion> all = Stream.concat(named.stream(), signed.stream())
                .sorted(Comparator.comparing(PersonOccasion::date).thenComparing(PersonOccasion::id).reversed())
                .toList();
        return Reckoning.lines(all, rules.rules(),
                new Known(signed.stream().map(PersonOccasion::id).collect(Collectors.toSet()),
                        attendances.times(all.stream().map(PersonOccasion::id).toList())));
    }

    /** All schools somebody was ever posted to: the record of a day names the school of that day. */
    private Set<UUID> schools(UUID person) {
        return people.postings(List.of(person)).stream().map(PersonPosting::school).filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean namesakes(Person person, Set<UUID> schools) {
        return schools.stream().flatMap(school -> people.atSchool(school, clock.today()).stream())
                .anyMatch(other -> other.name().equals(person.name()) && !other.id().equals(person.id()));
    }

    /** What came of showing. */
    public sealed interface Shown {

        record Done(UUID id) implements Shown {}

        /** A message key, by the form's field. */
        record Refused(String field, String key) implements Shown {}
    }

    /** Shows one's own record to whoever has this name, until a day. */
    @Transactional
    public Shown show(Actor actor, String reader, LocalDate last) {
        Optional<Person> owner = person(actor).flatMap(people::find);
        if (owner.isEmpty()) {
            return new Shown.Refused("reader", "credit.refused.nobody");
        }
        LocalDate today = clock.today();
        if (last.isBefore(today) || last.isAfter(today.plusDays(LONGEST_SHOWING_DAYS))) {
            return new Shown.Refused("last", "credit.error.last");
        }
        List<FoundPerson> found = directory.find(actor, SearchQuery.of(reader), FOUND).stream()
                .filter(each -> each.name().equals(reader)).toList();
        if (found.size() != 1) {
            return new Shown.Refused("reader", found.isEmpty() ? "credit.error.reader" : "credit.error.namesakes");
        }
        FoundPerson to = found.getFirst();
        if (to.id().equals(owner.get().id())) {
            return new Shown.Refused("reader", "credit.error.self");
        }
        UUID id = ids.next();
        store.insert(new Showing(id, owner.get().id(), owner.get().name(), to.id(), to.name(), today, last, null,
                List.of()), null);
        journal.write(actor, "CreditsShown", "credit-showing", id, Map.of("reader", to.id().toString(), "last",
                last.toString()));
        return new Shown.Done(id);
    }

    /** What came of making a link. */
    public sealed interface Linked {

        /** The secret is in this one answer and nowhere else. */
        record Made(UUID id, LinkSecret secret, LocalDate last) implements Linked {}

        /** A message key, by the form's field. */
        record Refused(String field, String key) implements Linked {}
    }

    /**
     * A secret link to one's own record, until a day.
     *
     * @param what what it is for, in one's own words
     */
    @Transactional
    public Linked link(Actor actor, String what, LocalDate last) {
        Optional<Person> owner = person(actor).flatMap(people::find);
        if (owner.isEmpty()) {
            return new Linked.Refused("what", "credit.refused.nobody");
        }
        LocalDate today = clock.today();
        if (what.isEmpty() || what.length() > LONGEST_WHAT) {
            return new Linked.Refused("what", "credit.error.what");
        }
        if (last.isBefore(today) || last.isAfter(today.plusDays(LONGEST_SHOWING_DAYS))) {
            return new Linked.Refused("until", "credit.error.last");
        }
        if (store.by(owner.get().id(), SHOWN).stream().filter(each -> each.byLink() && each.open(today))
                .count() >= MOST_LINKS) {
            return new Linked.Refused("what", "credit.error.links");
        }
        UUID id = ids.next();
        LinkSecret secret = LinkSecret.fresh(Scope.required());
        store.insert(new Showing(id, owner.get().id(), owner.get().name(), null, what, today, last, null, List.of()),
                secret.hash());
        journal.write(actor, "CreditsLinkMade", "credit-showing", id, Map.of("last", last.toString()));
        return new Linked.Made(id, secret, last);
    }

    /** Which link a secret opens, for limits, before anything is read for it. */
    public Optional<UUID> known(LinkSecret secret) {
        return store.byHash(secret.hash()).map(Showing::id);
    }

    /** What a link shows to whoever has it; every opening is kept for the owner. Empty where it is unknown, over or taken back. */
    @Transactional
    public Optional<CreditRecord> open(LinkSecret secret, String year) {
        return store.byHash(secret.hash()).filter(each -> each.open(clock.today()))
                .flatMap(each -> people.find(each.owner()).map(owner -> {
                    store.look(ids.next(), each.id(), clock.today(), clock.now());
                    return record(owner, year);
                }));
    }

    /** Takes back what one shows. */
    @Transactional
    public boolean end(Actor actor, UUID id) {
        Optional<Showing> own = store.find(id).filter(each -> each.owner().equals(actor.personId()));
        own.filter(_ -> store.end(id, clock.now()))
                .ifPresent(_ -> journal.write(actor, "CreditsShowingEnded", "credit-showing", id, Map.of()));
        return own.isPresent();
    }

    /** What somebody is shown; every look is kept for the owner. */
    @Transactional
    public Optional<CreditRecord> look(Actor actor, UUID id, String year) {
        Optional<Showing> open = store.find(id)
                .filter(each -> !each.byLink() && actor.personId() != null && actor.personId().equals(each.reader()))
                .filter(each -> each.open(clock.today()));
        return open.flatMap(each -> people.find(each.owner())).map(owner -> {
            store.look(ids.next(), id, clock.today(), clock.now());
            return record(owner, year);
        });
    }

    /** For the sample world. */
    @Transactional
    public void setUp(List<Showing> showings) {
        for (Showing showing : showings) {
            store.insert(showing, showing.byLink() ? LinkSecret.fresh(Scope.required()).hash() : null);
            showing.looks().forEach(at -> store.look(ids.next(), showing.id(),
                    at.atZone(BusinessClock.ZONE).toLocalDate(), at));
        }
    }
}
