package org.jiaogongti.charter.worlds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.calendar.Period;

/**
 * A world without dates: the same on every day.
 *
 * @param groups community and subject of each guidance group
 * @param weak community, school and subject of each weak subject
 */
public record SmallWorld(List<Period> periods, List<Membership> schools, Map<String, Integer> teacherNumbers,
        List<Group> groups, List<Weak> weak) implements World {

    public SmallWorld {
        periods = List.copyOf(periods);
        schools = List.copyOf(schools);
        teacherNumbers = Map.copyOf(teacherNumbers);
        groups = List.copyOf(groups);
        weak = List.copyOf(weak);
    }

    /** A guidance group. */
    public record Group(String community, String subject) {}

    /** A weak subject. */
    public record Weak(String community, String school, String subject) {}

    @Override
    public List<String> communities() {
        Set<String> communities = new LinkedHashSet<>();
        schools.forEach(school -> communities.add(school.community()));
        return new ArrayList<>(communities);
    }

    @Override
    public Optional<Membership> membership(String school, LocalDate day) {
        return schools.stream().filter(known -> known.school().equals(school)).findFirst();
    }

    @Override
    public List<Membership> memberships(String community, LocalDate day) {
        return schools.stream().filter(known -> known.community().equals(community)).toList();
    }

    @Override
    public int teachers(String school, LocalDate day) {
        return teacherNumbers.getOrDefault(school, 0);
    }

    @Override
    public List<String> groupSubjects(String community, LocalDate day) {
        return groups.stream().filter(group -> group.community().equals(community)).map(Group::subject).toList();
    }

    @Override
    public List<WeakSubject> weakSubjects(String community, LocalDate day) {
        return weak.stream().filter(row -> row.community().equals(community))
                .map(row -> new WeakSubject(row.school(), row.subject())).toList();
    }
}
