package org.jiaogongti.platform.staff;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.community.Personnel;
import org.jiaogongti.platform.community.Seat;
import org.jiaogongti.platform.staff.store.PeopleStore;
import org.jiaogongti.platform.staff.store.SeatedStore;
import org.springframework.stereotype.Component;

/** People as the communities' groups see them. Who leads a subject's group is posted as its convenor for those days. */
@Component
class Seated implements Personnel {

    private final SeatedStore store;
    private final PeopleStore people;

    Seated(SeatedStore store, PeopleStore people) {
        this.store = store;
        this.people = people;
    }

    @Override
    public Map<UUID, Somebody> find(Collection<UUID> wanted, LocalDate day) {
        Map<UUID, Somebody> found = new LinkedHashMap<>();
        if (!wanted.isEmpty()) {
            store.find(wanted, day).forEach(person -> found.put(person.id(), person));
        }
        return found;
    }

    @Override
    public List<Somebody> posted(LocalDate day) {
        return store.posted(day);
    }

    @Override
    public List<Somebody> everybody(LocalDate day) {
        return store.all(day);
    }

    /** A posting that says the same from the same day is this one. */
    @Override
    public void convene(Collection<Seat> leaders) {
        people.putPostings(leaders.stream().map(seat -> new PersonPosting(seat.id(), seat.person(), Role.CONVENOR, null,
                seat.community(), seat.subject(), seat.from(), seat.to())).toList());
    }

    @Override
    public void convenesNoMore(Seat leader, LocalDate lastDay) {
        people.postingsOf(List.of(leader.person())).stream().filter(posting -> convenes(posting, leader))
                .filter(posting -> !posting.from().isAfter(lastDay)
                        && (posting.to() == null || posting.to().isAfter(lastDay)))
                .forEach(posting -> people.endPosting(posting.id(), lastDay));
    }

    @Override
    public void convenedNever(Collection<Seat> leaders) {
        List<PersonPosting> postings = people
                .postingsOf(leaders.stream().map(Seat::person).collect(Collectors.toSet()));
        people.removePostings(postings.stream()
                .filter(posting -> leaders.stream()
                        .anyMatch(seat -> convenes(posting, seat) && seat.from().equals(posting.from())))
                .map(PersonPosting::id).toList());
    }

    private static boolean convenes(PersonPosting posting, Seat leader) {
        return posting.role() == Role.CONVENOR && posting.person().equals(leader.person())
                && leader.community().equals(posting.community())
                && Objects.equals(leader.subject(), posting.subject());
    }
}
