package org.jiaogongti.platform.staff;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.charter.Rank;

/** Everything the register says of a person, oldest first. It holds facts with their days and no judgement of anybody. */
public record Dossier(Person person, List<PersonPosting> postings, List<PersonRank> ranks, List<PersonTitle> titles,
        List<TaughtSubject> subjects, List<Employment> employments) {

    /** The postings that hold on a day. */
    public List<PersonPosting> postingsOn(LocalDate day) {
        return postings.stream().filter(posting -> Days.of(posting.from(), posting.to(), day) == Days.NOW).toList();
    }

    /** The schools somebody is posted to on a day or later. */
    public Set<UUID> schoolsFrom(LocalDate day) {
        return postings.stream()
                .filter(posting -> posting.school() != null
                        && Days.of(posting.from(), posting.to(), day) != Days.ENDED)
                .map(PersonPosting::school).collect(Collectors.toUnmodifiableSet());
    }

    /** The schools somebody is or was posted to. */
    public Set<UUID> schoolsEver() {
        return postings.stream().filter(posting -> posting.school() != null).map(PersonPosting::school)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The rank in force: the one entered, and a teacher with a distinguished title is a backbone teacher. */
    public Rank rankOn(LocalDate day) {
        Rank entered = ranks.stream().filter(rank -> !rank.from().isAfter(day))
                .max(Comparator.comparing(PersonRank::from)).map(PersonRank::rank).orElse(Rank.TEACHER);
        boolean distinguished = titles.stream().anyMatch(
                title -> title.level().distinguished() && Days.of(title.from(), title.to(), day) == Days.NOW);
        return entered == Rank.TEACHER && distinguished ? Rank.BACKBONE : entered;
    }

    public List<String> subjectsOn(LocalDate day) {
        return subjects.stream().filter(taught -> Days.of(taught.from(), taught.to(), day) == Days.NOW)
                .map(TaughtSubject::subject).distinct().toList();
    }

    /** What everybody who may find the person reads: the name, and what holds on a day. */
    Dossier card(LocalDate day) {
        UUID id = person.id();
        return new Dossier(new Person(id, null, person.name(), person.sortKey(), null), postingsOn(day),
                List.of(new PersonRank(id, rankOn(day), day)), List.of(),
                subjects.stream().filter(taught -> Days.of(taught.from(), taught.to(), day) == Days.NOW).toList(),
                List.of());
    }

    public Optional<Employment> employmentOn(LocalDate day) {
        return employments.stream().filter(employment -> !employment.from().isAfter(day))
                .max(Comparator.comparing(Employment::from));
    }
}
