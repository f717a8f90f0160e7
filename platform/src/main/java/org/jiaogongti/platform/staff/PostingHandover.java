package org.jiaogongti.platform.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.HandoverPart;
import org.jiaogongti.platform.access.Places;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.shell.Ids;
import org.jiaogongti.platform.staff.store.PeopleStore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Posts that somebody holds by the organisation: they end yesterday for the one and begin today for the other. */
@Component
final class PostingHandover implements HandoverPart {

    /** Who teaches somewhere goes on doing so, and a successor does not become it. */
    private static final Set<Role> PERSONAL = Set.of(Role.TEACHER, Role.ADVISER);

    private final PeopleStore people;
    private final Ids ids;
    private final ObjectProvider<Places> places;

    PostingHandover(PeopleStore people, Ids ids, ObjectProvider<Places> places) {
        this.people = people;
        this.ids = ids;
        this.places = places;
    }

    @Override
    public List<Item> open(Party from, LocalDate today) {
        return passing(from.person(), today).stream().map(posting -> new Item(posting.role().key(),
                Optional.ofNullable(places.getIfAvailable()).map(known -> known.place(said(posting))).orElse(""), true))
                .toList();
    }

    private List<PersonPosting> passing(@Nullable UUID person, LocalDate today) {
        return person == null
                ? List.of()
                : people.postingsOf(List.of(person)).stream().filter(posting -> current(posting, today))
                        .filter(posting -> !PERSONAL.contains(posting.role())).toList();
    }

    private static boolean current(PersonPosting posting, LocalDate today) {
        LocalDate last = posting.to();
        return !posting.from().isAfter(today) && (last == null || !last.isBefore(today));
    }

    private static Posting said(PersonPosting posting) {
        return new Posting(posting.role(), posting.school(), posting.community(), posting.subject());
    }

    @Override
    public void pass(Actor by, Party from, Party to, LocalDate today) {
        List<PersonPosting> passing = passing(from.person(), today);
        if (passing.isEmpty()) {
            return;
        }
        UUID successor = Objects.requireNonNull(to.person(), "a post needs a person");
        List<Posting> held = passing(successor, today).stream().map(PostingHandover::said).toList();
        for (PersonPosting posting : passing) {
            if (posting.from().isBefore(today)) {
                people.endPosting(posting.id(), today.minusDays(1));
            } else {
                people.removePostings(List.of(posting.id()));
            }
        }
        people.putPostings(passing.stream().filter(posting -> !held.contains(said(posting)))
                .map(posting -> new PersonPosting(ids.next(), successor, posting.role(), posting.school(),
                        posting.community(), posting.subject(), today, posting.to()))
                .toList());
    }
}
