package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.charter.calendar.Period;
import org.jspecify.annotations.Nullable;

/**
 * Everything the sample district knew on a day. A later day only adds: what is here on one day is here, as it was then,
 * in the world of every later day.
 *
 * @param occasions as they stood in the evening of the day, oldest first
 */
public record SampleWorld(LocalDate date, District district, List<School> schools, List<Community> communities,
        List<String> subjects, List<Period> periods, List<Person> people, List<Convenor> convenors,
        List<SamplePlacement> placements, List<SampleOccasion> occasions, List<Decision> decisions) {

    /**
     * The world in the evening of a day.
     *
     * @throws IllegalArgumentException if the sample world does not reach that day
     */
    public static SampleWorld at(LocalDate date) {
        if (date.isBefore(SampleCalendar.FIRST_DAY) || date.isAfter(SampleCalendar.LAST_DAY)) {
            throw new IllegalArgumentException("The sample world has no day " + date + ". Choose one from "
                    + SampleCalendar.FIRST_DAY + " to " + SampleCalendar.LAST_DAY + ".");
        }
        SamplePlaces places = new SamplePlaces();
        SamplePeople people = new SamplePeople(places);
        List<SampleOccasion> occasions = SampleHistory.occasions(places, people, date);
        return new SampleWorld(date, SamplePlaces.DISTRICT, places.schools(), places.communities(),
                SamplePlaces.SUBJECTS, SampleCalendar.periodsKnownOn(date), people.all(), people.convenors(),
                new SamplePlacements(places, people).knownOn(date), occasions, SampleDecisions.knownOn(date, places));
    }

    /** Equal for equal worlds, on every machine. */
    public String digest() {
        return SampleIds.digest(toString());
    }

    public School school(String name) {
        return schools.stream().filter(school -> school.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The sample world has no school " + name + "."));
    }

    public Person person(String name) {
        return people.stream().filter(person -> person.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The sample world has no person " + name + "."));
    }

    /** @param code GB/T 2260 */
    public record District(String code, String name, String bureau, String trainingDepartment) {}

    /**
     * A school of the notice.
     *
     * @param code ten digits, invented
     * @param kind primary, township-central, nine-year or private
     * @param area urban, township or rural
     */
    public record School(UUID id, String code, String name, String shortName, String kind, String area,
            String community, boolean leads, int teachersIn2024) {

        /** Full-time teachers by school year, as known on a day. */
        public List<StaffCount> staffCounts(LocalDate date) {
            return SamplePlaces.staffCounts(this, date);
        }
    }

    /** Full-time teachers from a day on. */
    public record StaffCount(LocalDate from, int teachers) {}

    /** A community; names are schools' names. Every subject has a guidance group. */
    public record Community(UUID id, String name, String shortName, String lead, List<String> members,
            List<Weak> weak) {

        /** Lead school first. */
        public List<String> schools() {
            return java.util.stream.Stream.concat(java.util.stream.Stream.of(lead), members.stream()).toList();
        }
    }

    /** A subject that is weak at a school, both days included. */
    public record Weak(String school, String subject, LocalDate from, @Nullable LocalDate to) {

        /** Whether it is weak on a day. */
        public boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /**
     * An invented person.
     *
     * @param school null for people of the bureau and the training department
     * @param signIn whether the demo offers this person as one click
     */
    public record Person(UUID id, String name, @Nullable String school, @Nullable Rank rank, @Nullable String subject,
            boolean permanent, boolean young, List<Post> posts, boolean signIn) {}

    /** What a person may do where; names, or null where it does not narrow. */
    public record Post(PostKind kind, @Nullable String school, @Nullable String community, @Nullable String subject) {}

    /** The roles of the permission table. */
    public enum PostKind {
        BUREAU_LEADER, BUREAU_ADMIN, BUREAU_CLERK, INSPECTOR, RESEARCHER, TRAINING_DEPARTMENT, PRINCIPAL, SCHOOL_CLERK, CONVENOR, TEACHER, ADVISER, CHARTER_EDITOR, TECHNICIAN
    }

    /** The convenor of a community's subject guidance group. */
    public record Convenor(String community, String subject, String person) {}

    /**
     * One decision about a range of days.
     *
     * @param bearers names of schools or communities; empty for the whole district
     * @param from the range in which the last possible day of the instances lies
     * @param target null waives wholly
     */
    public record Decision(UUID id, List<String> duties, List<String> bearers, LocalDate from, LocalDate to,
            @Nullable Integer target, String reason, String document, String decidedBy, LocalDate decidedOn) {}
}
