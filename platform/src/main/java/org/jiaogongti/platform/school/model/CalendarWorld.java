package org.jiaogongti.platform.school.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.calendar.Period;

/** The district as it is, with another calendar. */
public record CalendarWorld(World world, List<Period> periods) implements World {

    public CalendarWorld {
        periods = List.copyOf(periods);
    }

    @Override
    public List<String> communities() {
        return world.communities();
    }

    @Override
    public Optional<Membership> membership(String school, LocalDate day) {
        return world.membership(school, day);
    }

    @Override
    public List<Membership> memberships(String community, LocalDate day) {
        return world.memberships(community, day);
    }

    @Override
    public int teachers(String school, LocalDate day) {
        return world.teachers(school, day);
    }

    @Override
    public List<String> groupSubjects(String community, LocalDate day) {
        return world.groupSubjects(community, day);
    }

    @Override
    public List<WeakSubject> weakSubjects(String community, LocalDate day) {
        return world.weakSubjects(community, day);
    }

    @Override
    public SchoolKind kind(String school) {
        return world.kind(school);
    }

    @Override
    public Optional<String> centralSchool(String school, LocalDate day) {
        return world.centralSchool(school, day);
    }

    @Override
    public List<String> teachingPoints(String centralSchool, LocalDate day) {
        return world.teachingPoints(centralSchool, day);
    }
}
