package org.jiaogongti.cli.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.calendar.Period;

/**
 * The world of a facts directory: it has no dates, so it answers the same for every day.
 *
 * @param members of each community, lead school first, in the notice's order
 */
record CaseWorld(List<Period> periods, List<String> communities, Map<String, Membership> schools,
        Map<String, List<Membership>> members, Map<String, Integer> staff, Map<String, List<String>> groups,
        Map<String, List<WeakSubject>> weak) implements World {

    @Override
    public Optional<Membership> membership(String school, LocalDate day) {
        return Optional.ofNullable(schools.get(school));
    }

    @Override
    public List<Membership> memberships(String community, LocalDate day) {
        return members.getOrDefault(community, List.of());
    }

    @Override
    public int teachers(String school, LocalDate day) {
        return staff.getOrDefault(school, 0);
    }

    @Override
    public List<String> groupSubjects(String community, LocalDate day) {
        return groups.getOrDefault(community, List.of());
    }

    @Override
    public List<WeakSubject> weakSubjects(String community, LocalDate day) {
        return weak.getOrDefault(community, List.of());
    }
}
