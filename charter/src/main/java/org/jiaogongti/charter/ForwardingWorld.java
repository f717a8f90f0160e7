package org.jiaogongti.charter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiaogongti.charter.calendar.Period;

/** A world that answers as another one does, but for what it answers itself. */
public interface ForwardingWorld extends World {

    /** Who is asked. */
    World world();

    @Override
    default List<Period> periods() {
        return world().periods();
    }

    @Override
    default List<String> communities() {
        return world().communities();
    }

    @Override
    default Optional<Membership> membership(String school, LocalDate day) {
        return world().membership(school, day);
    }

    @Override
    default List<Membership> memberships(String community, LocalDate day) {
        return world().memberships(community, day);
    }

    @Override
    default int teachers(String school, LocalDate day) {
        return world().teachers(school, day);
    }

    @Override
    default List<String> groupSubjects(String community, LocalDate day) {
        return world().groupSubjects(community, day);
    }

    @Override
    default List<WeakSubject> weakSubjects(String community, LocalDate day) {
        return world().weakSubjects(community, day);
    }

    @Override
    default SchoolKind kind(String school) {
        return world().kind(school);
    }

    @Override
    default Optional<String> centralSchool(String school, LocalDate day) {
        return world().centralSchool(school, day);
    }

    @Override
    default List<String> teachingPoints(String centralSchool, LocalDate day) {
        return world().teachingPoints(centralSchool, day);
    }
}
