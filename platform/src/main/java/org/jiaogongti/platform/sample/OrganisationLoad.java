package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.charter.World.Role;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.community.Communities;
import org.jiaogongti.platform.community.Community;
import org.jiaogongti.platform.community.Composition;
import org.jiaogongti.platform.community.CoverageException;
import org.jiaogongti.platform.community.CoverageExceptions;
import org.jiaogongti.platform.community.SchoolMembership;
import org.jiaogongti.platform.community.SchoolWeakSubject;
import org.jiaogongti.platform.community.SubjectGroup;
import org.jiaogongti.platform.school.Calendars;
import org.jiaogongti.platform.school.ClosedDay;
import org.jiaogongti.platform.school.Phase;
import org.jiaogongti.platform.school.Journeys;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.SchoolCalendar;
import org.jiaogongti.platform.school.SchoolKind;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.school.Setting;
import org.jiaogongti.platform.school.Sites;
import org.jiaogongti.platform.school.StaffCount;
import org.jiaogongti.platform.school.SupportedSchools;
import org.jiaogongti.platform.school.Timetables;
import org.springframework.stereotype.Component;

/** Schools, calendar and communities. */
@Component
final class OrganisationLoad {

    private static final String ROUND_ONE = "2019-2022";

    private final Schools schools;
    private final Calendars calendars;
    private final Communities communities;

    private final Sites sites;
    private final CoverageExceptions exceptions;
    private final Teaching teaching;

    OrganisationLoad(Schools schools, Calendars calendars, Communities communities, Sites sites,
            CoverageExceptions exceptions, Teaching teaching) {
        this.sites = sites;
        this.exceptions = exceptions;
        this.teaching = teaching;
        this.schools = schools;
        this.calendars = calendars;
        this.communities = communities;
    }

    /** What lessons need besides schools. */
    @Component
    record Teaching(Timetables timetables, Journeys journeys, SupportedSchools supported) {}

    void load(SampleWorld world, SampleKeys keys) {
        List<School> all = new ArrayList<>();
        List<StaffCount> counts = new ArrayList<>();
        for (SampleWorld.School school : world.schools()) {
            all.add(new School(school.id(), school.name(), school.shortName(), school.code(), kind(school),
                    setting(school), all.size() + 1));
            school.staffCounts(world.date())
                    .forEach(count -> counts.add(new StaffCount(school.id(), count.from(), count.teachers())));
        }
        CoverageException exception = SampleSites.exception();
        if (!exception.decidedOn().isAfter(world.date())) {
            all.add(SampleSites.outsider(all.size() + 1));
        }
        all.addAll(SampleSites.points(all.size() + 1));
        counts.addAll(SampleSites.counts());
        schools.setUp(all, counts, world.subjects());
        calendars.setUp(Actor.system(), new SchoolCalendar(world.periods(), phases(), closedDays()));
        communities.setUp(composition(world, keys));
        sites.setUp(SampleSites.campuses(keys, world.date()), SampleSites.areas(keys));
        SampleTimetables made = new SampleTimetables(world, keys);
        teaching.timetables().setUp(made.classes(), made.bells(), made.lessons());
        teaching.supported().setUp(SampleSites.supported(keys, world.date()));
        teaching.journeys().setUp(SampleJourneys.positions(keys), SampleJourneys.measured(keys));
    }

    /** After everything else, so that the ids of what is recorded do not depend on it. */
    void except(SampleWorld world) {
        CoverageException exception = SampleSites.exception();
        if (!exception.decidedOn().isAfter(world.date())) {
            exceptions.decide(Actor.system(), exception);
        }
    }

    private static SchoolKind kind(SampleWorld.School school) {
        return switch (school.kind()) {
            case "nine-year" -> SchoolKind.NINE_YEAR;
            case "private" -> SchoolKind.PRIVATE;
            case "township-central" -> SchoolKind.CENTRAL;
            default -> SchoolKind.PRIMARY;
        };
    }

    private static Setting setting(SampleWorld.School school) {
        return switch (school.area()) {
            case "urban" -> Setting.URBAN;
            case "township" -> Setting.TOWNSHIP;
            default -> Setting.RURAL;
        };
    }

    /** The phases that the notice names (四); round two is arranged anew after round one's appraisal. */
    private static List<Phase> phases() {
        return List.of(phase("前期准备", "2019-10-01", "2019-12-30"), phase("开展工作", "2020-01-01", "2022-12-01"),
                phase("考核评估", "2022-12-01", "2022-12-30"));
    }

    private static Phase phase(String name, String first, String last) {
        return new Phase(ROUND_ONE, name, new DateRange(LocalDate.parse(first), LocalDate.parse(last)));
    }

    private static List<ClosedDay> closedDays() {
        return SampleCalendar.holidays().stream()
                .flatMap(range -> range.first().datesUntil(range.last().plusDays(1))
                        .map(day -> new ClosedDay(day, holiday(range.first()))))
                .toList();
    }

    /** As the State Council's office calls what begins in a month. */
    private static String holiday(LocalDate first) {
        return switch (first.getMonth()) {
            case JANUARY -> "元旦";
            case APRIL -> "清明节";
            case MAY -> "劳动节";
            case JUNE -> "端午节";
            case SEPTEMBER -> "中秋节";
            case OCTOBER -> "国庆节";
            default -> "放假";
        };
    }

    private static Composition composition(SampleWorld world, SampleKeys keys) {
        List<Community> all = new ArrayList<>();
        List<SchoolMembership> members = new ArrayList<>();
        List<SubjectGroup> groups = new ArrayList<>();
        List<SchoolWeakSubject> weak = new ArrayList<>();
        for (SampleWorld.Community community : world.communities()) {
            all.add(new Community(community.id(), community.name(), community.shortName(), all.size() + 1));
            for (String school : community.schools()) {
                members.add(new SchoolMembership(keys.of(school), community.id(),
                        school.equals(community.lead()) ? Role.LEAD : Role.MEMBER, SamplePlaces.FORMED, null));
            }
            world.subjects()
                    .forEach(subject -> groups
                            .add(new SubjectGroup(community.id(), subject, SamplePlaces.FORMED, null)));
            community.weak().stream().filter(each -> !each.from().isAfter(world.date()))
                    .forEach(each -> weak.add(new SchoolWeakSubject(community.id(), keys.of(each.school()),
                            each.subject(), each.from(), each.to())));
        }
        return new Composition(all, members, groups, weak, world.subjects());
    }
}
