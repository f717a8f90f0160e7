package org.jiaogongti.platform.activity.model;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.staff.PersonPosting;

/** Whose people may be expected at an occasion. */
public final class Guests {

    private static final Set<Role> AT_SCHOOL = Set.of(Role.TEACHER, Role.PRINCIPAL, Role.SCHOOL_CLERK);

    private Guests() {}

    /** The schools of the communities it belongs to, and those it names. */
    public static Set<UUID> schools(Said said, Ground ground) {
        Set<UUID> schools = new LinkedHashSet<>();
        said.communities().forEach(community -> ground.schoolsOf(community, said.date()).stream().map(School::id)
                .forEach(schools::add));
        Stream.concat(Stream.of(said.school(), said.host(), said.leader()), said.participants().keySet().stream())
                .filter(Objects::nonNull).forEach(schools::add);
        return schools;
    }

    /** Who belongs to no school and comes all the same: researchers of its communities, and the district's. */
    public static Set<UUID> researchers(Collection<PersonPosting> postings, Said said, LocalDate day) {
        return schoolless(postings, said, day).map(PersonPosting::person)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What they research; whoever is posted to no subject in particular is at home in the occasion's own. */
    public static Set<String> researched(Collection<PersonPosting> postings, Said said, LocalDate day) {
        return schoolless(postings, said, day)
                .map(posting -> posting.subject() == null ? said.subject() : posting.subject())
                .filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static Stream<PersonPosting> schoolless(Collection<PersonPosting> postings, Said said, LocalDate day) {
        return postings.stream().filter(posting -> holds(posting, day))
                .filter(posting -> posting.role() == Role.TRAINING_DEPARTMENT || (posting.role() == Role.RESEARCHER
                        && (posting.community() == null || said.communities().contains(posting.community()))));
    }

    private static boolean holds(PersonPosting posting, LocalDate day) {
        LocalDate to = posting.to();
        return !day.isBefore(posting.from()) && (to == null || !day.isAfter(to));
    }

    /** For which of these schools people come, by the postings they hold on a day; without those who hold none. */
    public static Map<UUID, UUID> schoolOf(Collection<PersonPosting> postings, Set<UUID> schools, LocalDate day) {
        Map<UUID, UUID> found = new LinkedHashMap<>();
        for (PersonPosting posting : postings) {
            UUID school = posting.school();
            if (school != null && holds(posting, day) && AT_SCHOOL.contains(posting.role())
                    && schools.contains(school)) {
                found.putIfAbsent(posting.person(), school);
            }
        }
        return found;
    }
}
