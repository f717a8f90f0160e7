package org.jiaogongti.platform.community;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.school.Campus;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.StaffCount;

/** The engine's view of one district; holds the whole dated history, so it answers for any day. */
final class DistrictWorld implements World {

    private final List<Period> periods;
    private final List<String> communities;
    private final Map<String, World.SchoolKind> kinds = new HashMap<>();
    private final Map<String, List<SchoolMembership>> ofSchool = new HashMap<>();
    private final Map<String, List<SchoolMembership>> ofCommunity = new HashMap<>();
    private final Map<String, NavigableMap<LocalDate, Integer>> teachers = new HashMap<>();
    private final Map<String, List<SubjectGroup>> groups = new HashMap<>();
    private final Map<String, List<SchoolWeakSubject>> weak = new HashMap<>();

    private final Map<String, List<Campus>> ofPoint = new HashMap<>();
    private final Map<String, List<String>> pointsOf = new HashMap<>();

    DistrictWorld(List<Period> periods, List<School> schools, List<StaffCount> counts, List<Campus> campuses,
            Composition composition) {
        this.periods = List.copyOf(periods);
        this.communities = composition.communities().stream().map(Community::key).toList();
        Map<UUID, Integer> position = new HashMap<>();
        schools.forEach(school -> {
            position.put(school.id(), school.position());
            kinds.put(school.key(), seen(school.kind()));
        });
        points(schools, campuses);
        composition.memberships().stream()
                .sorted(Comparator.comparing(SchoolMembership::role)
                        .thenComparing(membership -> position.getOrDefault(membership.school(), Integer.MAX_VALUE)))
                .forEach(membership -> {
                    ofSchool.computeIfAbsent(membership.school().toString(), _ -> new ArrayList<>()).add(membership);
                    ofCommunity.computeIfAbsent(membership.community().toString(), _ -> new ArrayList<>())
                            .add(membership);
                });
        counts.forEach(count -> teachers.computeIfAbsent(count.school().toString(), _ -> new TreeMap<>())
                .put(count.from(), count.teachers()));
        composition.groups().stream()
                .sorted(Comparator.comparingInt(group -> composition.subjectPosition(group.subject())))
                .forEach(group -> groups.computeIfAbsent(group.community().toString(), _ -> new ArrayList<>())
                        .add(group));
        composition.weakSubjects().stream()
                .sorted(Comparator
                        .comparing((SchoolWeakSubject line) -> position
                                .getOrDefault(line.school(), Integer.MAX_VALUE))
                        .thenComparingInt(line -> composition.subjectPosition(line.subject())))
                .forEach(line -> weak.computeIfAbsent(line.community().toString(), _ -> new ArrayList<>()).add(line));
    }

    /** A campus that is a school of its own as well is known by the same name. */
    private void points(List<School> schools, List<Campus> campuses) {
        Map<String, String> byName = new HashMap<>();
        schools.forEach(school -> byName.put(school.name(), school.key()));
        for (Campus campus : campuses) {
            String point = byName.get(campus.name());
            if (point != null) {
                ofPoint.computeIfAbsent(point, _ -> new ArrayList<>()).add(campus);
                List<String> points = pointsOf.computeIfAbsent(campus.school().toString(), _ -> new ArrayList<>());
                if (!points.contains(point)) {
                    points.add(point);
                }
            }
        }
    }

    @Override
    public List<Period> periods() {
        return periods;
    }

    @Override
    public List<String> communities() {
        return communities;
    }

    @Override
    public Optional<World.Membership> membership(String school, LocalDate day) {
        return ofSchool.getOrDefault(school, List.of()).stream().filter(membership -> membership.holdsOn(day))
                .findFirst().map(DistrictWorld::seen);
    }

    @Override
    public List<World.Membership> memberships(String community, LocalDate day) {
        return ofCommunity.getOrDefault(community, List.of()).stream().filter(membership -> membership.holdsOn(day))
                .map(DistrictWorld::seen).toList();
    }

    /** The first count also reaches back, so that a school without an early count is not one without teachers. */
    @Override
    public int teachers(String school, LocalDate day) {
        NavigableMap<LocalDate, Integer> counts = teachers.get(school);
        if (counts == null) {
            return 0;
        }
        Map.Entry<LocalDate, Integer> latest = counts.floorEntry(day);
        return latest == null ? counts.firstEntry().getValue() : latest.getValue();
    }

    @Override
    public List<String> groupSubjects(String community, LocalDate day) {
        return groups.getOrDefault(community, List.of()).stream().filter(group -> group.holdsOn(day))
                .map(SubjectGroup::subject).distinct().toList();
    }

    @Override
    public List<World.WeakSubject> weakSubjects(String community, LocalDate day) {
        return weak.getOrDefault(community, List.of()).stream().filter(line -> line.holdsOn(day))
                .map(line -> new World.WeakSubject(line.school().toString(), line.subject())).distinct().toList();
    }

    @Override
    public World.SchoolKind kind(String school) {
        return kinds.getOrDefault(school, World.SchoolKind.PRIMARY);
    }

    @Override
    public Optional<String> centralSchool(String school, LocalDate day) {
        return ofPoint.getOrDefault(school, List.of()).stream().filter(campus -> campus.holdsOn(day))
                .map(campus -> campus.school().toString()).findFirst();
    }

    @Override
    public List<String> teachingPoints(String centralSchool, LocalDate day) {
        return pointsOf.getOrDefault(centralSchool, List.of()).stream()
                .filter(point -> centralSchool(point, day).filter(centralSchool::equals).isPresent()).toList();
    }

    private static World.SchoolKind seen(org.jiaogongti.platform.school.SchoolKind kind) {
        return switch (kind) {
            case PRIMARY, CENTRAL -> World.SchoolKind.PRIMARY;
            case COMPLETE, TEACHING_POINT -> World.SchoolKind.TEACHING_POINT;
            case NINE_YEAR -> World.SchoolKind.NINE_YEAR;
            case PRIVATE -> World.SchoolKind.PRIVATE;
        };
    }

    private static World.Membership seen(SchoolMembership membership) {
        return new World.Membership(membership.school().toString(), membership.community().toString(),
                membership.role());
    }
}
