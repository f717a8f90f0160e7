package org.jiaogongti.platform.community;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.community.model.Coverage;
import org.jiaogongti.platform.school.Campus;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.SchoolArea;
import org.jiaogongti.platform.school.StaffCount;
import org.jiaogongti.platform.school.SupportedSchool;

/** The whole organisation with its history; asked for a day. */
public record Organised(List<School> schools, List<StaffCount> counts, List<Campus> campuses, List<SchoolArea> areas,
        List<Community> communities, List<SchoolMembership> memberships, List<CoverageException> exceptions,
        List<SchoolWeakSubject> weakSubjects, List<SupportedSchool> supported) {

    public Organised {
        schools = List.copyOf(schools);
        counts = List.copyOf(counts);
        campuses = List.copyOf(campuses);
        areas = List.copyOf(areas);
        communities = List.copyOf(communities);
        memberships = List.copyOf(memberships);
        exceptions = List.copyOf(exceptions);
        weakSubjects = List.copyOf(weakSubjects);
        supported = List.copyOf(supported);
    }

    public Optional<School> school(UUID id) {
        return schools.stream().filter(school -> school.id().equals(id)).findFirst();
    }

    public Optional<Community> community(UUID id) {
        return communities.stream().filter(community -> community.id().equals(id)).findFirst();
    }

    /** A community's schools on a day: the lead school first, members in the notice's order. */
    public List<SchoolMembership> members(UUID community, LocalDate day) {
        Map<UUID, Integer> position = schools.stream().collect(Collectors.toMap(School::id, School::position));
        return memberships.stream().filter(each -> each.community().equals(community) && each.holdsOn(day))
                .sorted(Comparator.comparing(SchoolMembership::role)
                        .thenComparing(each -> position.getOrDefault(each.school(), Integer.MAX_VALUE)))
                .toList();
    }

    public Optional<SchoolMembership> membership(UUID school, LocalDate day) {
        return memberships.stream().filter(each -> each.school().equals(school) && each.holdsOn(day)).findFirst();
    }

    /** Full-time teachers by the latest count on the day; empty before the first. */
    public OptionalInt teachers(UUID school, LocalDate day) {
        return counts.stream().filter(each -> each.school().equals(school) && !each.from().isAfter(day))
                .max(Comparator.comparing(StaffCount::from)).map(each -> OptionalInt.of(each.teachers()))
                .orElse(OptionalInt.empty());
    }

    public Optional<SchoolArea> area(UUID school, SchoolArea.Kind kind, LocalDate day) {
        return areas.stream()
                .filter(each -> each.school().equals(school) && each.kind() == kind && each.holdsOn(day))
                .findFirst();
    }

    public List<Campus> campuses(UUID school, LocalDate day) {
        return campuses.stream().filter(each -> each.school().equals(school) && each.holdsOn(day)).toList();
    }

    public Coverage coverage(LocalDate day) {
        return Coverage.on(day, new Coverage.Ground(schools, communities, memberships, campuses, exceptions));
    }
}
