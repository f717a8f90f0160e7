package org.jiaogongti.charter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiaogongti.charter.calendar.Period;

/**
 * What the charter must know of schools, communities and the calendar. Everything dated is asked for a day; a world
 * without dates answers the same for every day. Lists keep the notice's order.
 */
public interface World {

    List<Period> periods();

    /** Communities in the notice's order. */
    List<String> communities();

    /** The membership of a school on a day; empty where it belongs to no community. */
    Optional<Membership> membership(String school, LocalDate day);

    /** Lead school first, then members. */
    List<Membership> memberships(String community, LocalDate day);

    /** Full-time teachers (专任教师) of a school on a day, the base of "1/5". */
    int teachers(String school, LocalDate day);

    /** Subjects in which the community has a guidance group on a day. */
    List<String> groupSubjects(String community, LocalDate day);

    /** Weak subjects of the community's schools on a day. */
    List<WeakSubject> weakSubjects(String community, LocalDate day);

    /** What a school is; a world that does not tell kinds apart has primary schools only. */
    default SchoolKind kind(String school) {
        return SchoolKind.PRIMARY;
    }

    /** The central school that a teaching point belongs to on a day; empty for every other school. */
    default Optional<String> centralSchool(String school, LocalDate day) {
        return Optional.empty();
    }

    /** The teaching points of a central school on a day. */
    default List<String> teachingPoints(String centralSchool, LocalDate day) {
        return List.of();
    }

    /** A school in a community. */
    record Membership(String school, String community, Role role) {}

    /** A subject that is weak at a school. */
    record WeakSubject(String school, String subject) {}

    /** What a school is, as far as a reading may tell schools apart. */
    enum SchoolKind {
        PRIMARY("公办小学"), NINE_YEAR("九年一贯制学校"), PRIVATE("民办学校"), TEACHING_POINT("完小和教学点");

        private final String word;

        SchoolKind(String word) {
            this.word = word;
        }

        /** The clerk's word in a charter file. */
        public String word() {
            return word;
        }
    }

    /** Role of a school in its community. */
    enum Role {
        LEAD, MEMBER
    }
}
