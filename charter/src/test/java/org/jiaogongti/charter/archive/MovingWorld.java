package org.jiaogongti.charter.archive;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.worlds.SmallWorld;

/**
 * A world with dates: the number of teachers changes every few days, from a day on there are other subjects, one school
 * has gone to the first community, and the last school is the teaching point of the first.
 */
record MovingWorld(SmallWorld before, LocalDate day, String moved) implements World {

    @Override
    public List<Period> periods() {
        return before.periods();
    }

    @Override
    public List<String> communities() {
        return before.communities();
    }

    @Override
    public Optional<Membership> membership(String school, LocalDate asked) {
        return before.membership(school, asked).map(membership -> now(membership, asked));
    }

    @Override
    public List<Membership> memberships(String community, LocalDate asked) {
        return before.schools().stream().map(membership -> now(membership, asked))
                .filter(membership -> membership.community().equals(community)).toList();
    }

    private Membership now(Membership membership, LocalDate asked) {
        return membership.school().equals(moved) && !asked.isBefore(day)
                ? new Membership(moved, communities().getFirst(), Role.MEMBER)
                : membership;
    }

    @Override
    public int teachers(String school, LocalDate asked) {
        return before.teachers(school, asked) + asked.getDayOfYear() / 9;
    }

    @Override
    public List<String> groupSubjects(String community, LocalDate asked) {
        List<String> groups = before.groupSubjects(community, asked);
        return asked.isBefore(day) || groups.isEmpty() ? groups : groups.subList(1, groups.size());
    }

    @Override
    public List<WeakSubject> weakSubjects(String community, LocalDate asked) {
        return asked.isBefore(day) ? before.weakSubjects(community, asked) : List.of();
    }

    @Override
    public SchoolKind kind(String school) {
        return school.equals(last()) ? SchoolKind.TEACHING_POINT : SchoolKind.PRIMARY;
    }

    @Override
    public Optional<String> centralSchool(String school, LocalDate asked) {
        return school.equals(last()) && !asked.isBefore(day) ? Optional.of(first()) : Optional.empty();
    }

    @Override
    public List<String> teachingPoints(String centralSchool, LocalDate asked) {
        return centralSchool.equals(first()) && !asked.isBefore(day) ? List.of(last()) : List.of();
    }

    private String first() {
        return before.schools().getFirst().school();
    }

    private String last() {
        return before.schools().getLast().school();
    }
}
