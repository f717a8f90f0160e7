package org.jiaogongti.platform.staff;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.PostingSource;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.staff.store.PeopleStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The district's people: who they are, what they are posted to, which rank they hold. */
@Service
@Transactional(readOnly = true)
public class People implements PostingSource {

    private final PeopleStore store;

    People(PeopleStore store) {
        this.store = store;
    }

    public Optional<Person> find(UUID id) {
        return store.find(List.of(id)).stream().findFirst();
    }

    /** Those of the ids that exist, by pinyin; one select whatever their number. */
    public Map<UUID, Person> find(Collection<UUID> ids) {
        Map<UUID, Person> people = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            store.find(ids).forEach(person -> people.put(person.id(), person));
        }
        return people;
    }

    /** People by number, for the numbers that somebody has; one select. */
    public Map<String, Person> numbered(Collection<String> numbers) {
        Map<String, Person> people = new LinkedHashMap<>();
        if (!numbers.isEmpty()) {
            store.numbered(numbers).forEach(person -> {
                if (person.number() != null) {
                    people.put(person.number(), person);
                }
            });
        }
        return people;
    }

    /** Everybody with one of these names, each with the schools they are posted to on a day; one select. */
    public List<FoundPerson> named(Collection<String> names, LocalDate day) {
        return names.isEmpty() ? List.of() : store.named(names, day);
    }

    /** Names of people that stand in a text; for whoever makes it public. */
    public Set<String> namedIn(String text) {
        return store.namedIn(text);
    }

    /** People a form offers: those posted to a school on a day, with their rank on it. */
    public List<Colleague> atSchool(UUID school, LocalDate day) {
        return store.colleagues(school, day);
    }

    /** The rank in force on a day; whoever holds none is a teacher. */
    public Rank rankOn(UUID person, LocalDate day) {
        return store.rank(person, day);
    }

    /** The subjects that some people teach, or answer for, on a day; one select. */
    public Set<String> subjectsOn(Collection<UUID> people, LocalDate day) {
        return people.isEmpty() ? Set.of() : store.subjects(people, day);
    }

    @Override
    public Set<Posting> postingsOf(UUID personId, LocalDate day) {
        return new HashSet<>(store.postings(personId, day));
    }

    @Override
    public Map<UUID, Set<Posting>> holders(Set<Role> roles, LocalDate day) {
        return store.holders(roles, day);
    }

    /** All postings of some people, ended ones too. */
    public List<PersonPosting> postings(Collection<UUID> people) {
        return store.postingsOf(people);
    }

    /** Adds people with their postings and ranks, all in one go. */
    @Transactional
    public void setUp(List<Person> people, List<PersonPosting> postings, List<PersonRank> ranks) {
        store.put(people);
        store.putPostings(postings);
        store.putRanks(ranks);
    }
}
