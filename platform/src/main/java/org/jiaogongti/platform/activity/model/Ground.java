package org.jiaogongti.platform.activity.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.charter.World;
import org.jiaogongti.platform.activity.ActivityKinds;
import org.jiaogongti.platform.activity.Occasion.Site;
import org.jiaogongti.platform.community.Community;
import org.jiaogongti.platform.community.Composition;
import org.jiaogongti.platform.community.SchoolMembership;
import org.jiaogongti.platform.school.Campus;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.SchoolCalendar;

/**
 * What an entry is read against: schools in the notice's order, communities, campuses, the calendar, the kinds there are.
 *
 * @param campuses campuses and teaching points with all history
 * @param today the business date
 */
public record Ground(List<School> schools, Composition composition, List<Campus> campuses, SchoolCalendar calendar,
        ActivityKinds kinds,
        LocalDate today) {

    public Ground {
        schools = List.copyOf(schools);
        campuses = List.copyOf(campuses);
    }

    public Optional<School> school(UUID id) {
        return schools.stream().filter(school -> school.id().equals(id)).findFirst();
    }

    public String nameOf(UUID id) {
        return school(id).map(School::name).orElse("");
    }

    public String shortNameOf(UUID id) {
        return school(id).map(School::shortName).orElse("");
    }

    /** By full or short name. */
    public Optional<School> schoolNamed(String name) {
        return schools.stream().filter(school -> school.name().equals(name) || school.shortName().equals(name))
                .findFirst();
    }

    public Optional<Community> community(UUID id) {
        return composition.communities().stream().filter(community -> community.id().equals(id)).findFirst();
    }

    /** A point that is entered in no community of its own belongs to that of its central school, as a member. */
    public Optional<SchoolMembership> membership(UUID school, LocalDate day) {
        return composition.membership(school, day).or(() -> centralOf(school, day)
                .flatMap(central -> composition.membership(central, day))
                .map(of -> new SchoolMembership(school, of.community(), World.Role.MEMBER, of.from(), of.to())));
    }

    /** The central school of a 完小 or teaching point that is a school of its own; empty for every other school. */
    public Optional<UUID> centralOf(UUID school, LocalDate day) {
        String name = nameOf(school);
        return campuses.stream().filter(campus -> campus.name().equals(name) && campus.holdsOn(day))
                .map(Campus::school).findFirst();
    }

    /** The campuses and teaching points of a school on a day. */
    public List<Campus> campusesOf(UUID school, LocalDate day) {
        return campuses.stream().filter(campus -> campus.school().equals(school) && campus.holdsOn(day)).toList();
    }

    /** By its name on a day. */
    public Optional<Campus> campusNamed(String name, LocalDate day) {
        return campuses.stream().filter(campus -> campus.name().equals(name) && campus.holdsOn(day)).findFirst();
    }

    /** A campus as an occasion names it: with its id where it is a school of its own. */
    public Site site(Campus campus) {
        return new Site(campus.name(), schools.stream().filter(school -> school.name().equals(campus.name()))
                .map(School::id).findFirst().orElse(null));
    }

    /** The schools of a community on a day, the lead school first. */
    public List<School> schoolsOf(UUID community, LocalDate day) {
        List<School> members = new ArrayList<>();
        for (School school : schools) {
            membership(school.id(), day).filter(membership -> membership.community().equals(community))
                    .ifPresent(membership -> {
                        if (membership.role() == World.Role.LEAD) {
                            members.addFirst(school);
                        } else {
                            members.add(school);
                        }
                    });
        }
        return members;
    }

    /** All schools by the community they belong to on a day, own community first. */
    public Map<String, List<School>> groups(UUID first, LocalDate day) {
        Map<String, List<School>> groups = new LinkedHashMap<>();
        community(first).ifPresent(own -> groups.put(own.name(), schoolsOf(own.id(), day)));
        for (Community community : composition.communities()) {
            groups.computeIfAbsent(community.name(), name -> schoolsOf(community.id(), day));
        }
        return groups;
    }

    /** First day that can be entered: the calendar's first. */
    public LocalDate firstDay() {
        return calendar.periods().stream().map(period -> period.days().first()).min(LocalDate::compareTo)
                .orElse(today);
    }

    /** Last day that can be entered: the calendar's last. */
    public LocalDate lastDay() {
        return calendar.periods().stream().map(period -> period.days().last()).max(LocalDate::compareTo).orElse(today);
    }
}
