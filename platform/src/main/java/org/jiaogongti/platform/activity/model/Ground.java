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
import org.jiaogongti.platform.community.Community;
import org.jiaogongti.platform.community.Composition;
import org.jiaogongti.platform.community.SchoolMembership;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.SchoolCalendar;

/**
 * What an entry is read against: schools in the notice's order, communities, the calendar, the kinds there are.
 *
 * @param today the business date
 */
public record Ground(List<School> schools, Composition composition, SchoolCalendar calendar, ActivityKinds kinds,
        LocalDate today) {

    public Ground {
        schools = List.copyOf(schools);
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

    public Optional<SchoolMembership> membership(UUID school, LocalDate day) {
        return composition.membership(school, day);
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
