package org.jiaogongti.charter.archive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.Placement;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.World.SchoolKind;
import org.jiaogongti.charter.calendar.Period;

/**
 * A world as files. It is asked for each day, and equal answers for neighbouring days become one stretch: so a world of
 * any kind can be written, whatever it knows of dates itself.
 */
final class WorldFiles {

    static final String CALENDAR = "facts/calendar.csv";
    static final String SCHOOLS = "facts/schools.csv";
    static final String KINDS = "facts/kinds.csv";
    static final String POINTS = "facts/points.csv";
    static final String STAFF = "facts/staff.csv";
    static final String SUBJECTS = "facts/subjects.csv";
    static final String WORLD_COMMUNITIES = "facts/world.csv";
    static final String[] CALENDAR_COLUMNS = {"period", "kind", "start", "end", "midterm_week_start"};
    static final String[] SCHOOL_COLUMNS = {"community", "school", "role", "from", "until"};
    static final String[] KIND_COLUMNS = {"school", "kind"};
    static final String[] POINT_COLUMNS = {"central_school", "school", "from", "until"};
    static final String[] STAFF_COLUMNS = {"school", "teachers", "from", "until"};
    static final String[] SUBJECT_COLUMNS = {"community", "kind", "subject", "school", "from", "until"};
    static final String[] WORLD_COLUMNS = {"community"};
    static final String GROUP = "group";
    static final String WEAK = "weak";

    private final World world;
    private final SortedSet<LocalDate> days;
    private final UnaryOperator<String> names;

    private WorldFiles(World world, SortedSet<LocalDate> days, UnaryOperator<String> names) {
        this.world = world;
        this.days = days;
        this.names = names;
    }

    static Map<String, byte[]> write(World world, SortedSet<LocalDate> days, List<Fact> facts,
            Map<String, List<String>> schools, UnaryOperator<String> names) {
        WorldFiles files = new WorldFiles(world, days, names);
        Set<String> known = new LinkedHashSet<>();
        schools.values().forEach(known::addAll);
        for (Fact fact : facts) {
            switch (fact) {
                case OccasionPart part -> {
                    known.addAll(part.participants().keySet().stream().sorted().toList());
                    if (part.host() != null) {
                        known.add(part.host());
                    }
                    if (part.ledBy() != null) {
                        known.add(part.ledBy());
                    }
                }
                case Placement placement -> known.addAll(List.of(placement.fromSchool(), placement.toSchool()));
            }
        }
        Csv members = files.members(known);
        Csv points = files.points(known);
        Map<String, byte[]> written = new LinkedHashMap<>();
        written.put(CALENDAR, files.calendar());
        written.put(WORLD_COMMUNITIES, files.communities());
        written.put(SCHOOLS, members.bytes());
        written.put(POINTS, points.bytes());
        written.put(KINDS, files.kinds(known));
        written.put(STAFF, files.staff(known));
        written.put(SUBJECTS, files.subjects());
        return written;
    }

    private byte[] calendar() {
        Csv csv = new Csv(CALENDAR_COLUMNS);
        for (Period period : world.periods()) {
            csv.row(period.name(), FactFiles.word(period.kind()), period.days().first().toString(),
                    period.days().last().toString(),
                    period.midtermWeek() == null ? "" : period.midtermWeek().toString());
        }
        return csv.bytes();
    }

    private byte[] communities() {
        Csv csv = new Csv(WORLD_COLUMNS);
        world.communities().forEach(community -> csv.row(names.apply(community)));
        return csv.bytes();
    }

    /** A stretch of days with one answer. */
    private record Stretch<T>(T answer, LocalDate from, LocalDate until) {}

    private <T> List<Stretch<T>> stretches(Function<LocalDate, T> question) {
        List<Stretch<T>> stretches = new ArrayList<>();
        for (LocalDate day : days) {
            T answer = question.apply(day);
            Stretch<T> last = stretches.isEmpty() ? null : stretches.getLast();
            if (last != null && last.answer().equals(answer)) {
                stretches.set(stretches.size() - 1, new Stretch<>(answer, last.from(), day));
            } else {
                stretches.add(new Stretch<>(answer, day, day));
            }
        }
        return stretches;
    }

    private Csv members(Set<String> known) {
        Csv csv = new Csv(SCHOOL_COLUMNS);
        for (String community : world.communities()) {
            for (Stretch<List<World.Membership>> stretch : stretches(day -> world.memberships(community, day))) {
                for (World.Membership membership : stretch.answer()) {
                    known.add(membership.school());
                    csv.row(names.apply(community), names.apply(membership.school()),
                            FactFiles.word(membership.role()), stretch.from().toString(),
                            stretch.until().toString());
                }
            }
        }
        return csv;
    }

    private Csv points(Set<String> known) {
        Csv csv = new Csv(POINT_COLUMNS);
        for (String school : List.copyOf(known)) {
            for (Stretch<List<String>> stretch : stretches(day -> world.teachingPoints(school, day))) {
                for (String point : stretch.answer()) {
                    known.add(point);
                    csv.row(names.apply(school), names.apply(point), stretch.from().toString(),
                            stretch.until().toString());
                }
            }
        }
        return csv;
    }

    /** A primary school need not be named. */
    private byte[] kinds(Set<String> known) {
        Csv csv = new Csv(KIND_COLUMNS);
        for (String school : known) {
            if (world.kind(school) != SchoolKind.PRIMARY) {
                csv.row(names.apply(school), FactFiles.word(world.kind(school)));
            }
        }
        return csv.bytes();
    }

    private byte[] staff(Set<String> known) {
        Csv csv = new Csv(STAFF_COLUMNS);
        for (String school : known) {
            for (Stretch<Integer> stretch : stretches(day -> world.teachers(school, day))) {
                if (stretch.answer() != 0) {
                    csv.row(names.apply(school), stretch.answer().toString(), stretch.from().toString(),
                            stretch.until().toString());
                }
            }
        }
        return csv.bytes();
    }

    private byte[] subjects() {
        Csv csv = new Csv(SUBJECT_COLUMNS);
        for (String community : world.communities()) {
            for (Stretch<List<String>> stretch : stretches(day -> world.groupSubjects(community, day))) {
                stretch.answer().forEach(subject -> csv.row(names.apply(community), GROUP, subject, "",
                        stretch.from().toString(), stretch.until().toString()));
            }
            for (Stretch<List<World.WeakSubject>> stretch : stretches(day -> world.weakSubjects(community, day))) {
                stretch.answer().forEach(weak -> csv.row(names.apply(community), WEAK, weak.subject(),
                        names.apply(weak.school()), stretch.from().toString(), stretch.until().toString()));
            }
        }
        return csv.bytes();
    }
}
