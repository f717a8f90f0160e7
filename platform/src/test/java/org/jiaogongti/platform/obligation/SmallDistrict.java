package org.jiaogongti.platform.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.charter.World.Role;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.community.Communities;
import org.jiaogongti.platform.community.Community;
import org.jiaogongti.platform.community.Composition;
import org.jiaogongti.platform.community.SchoolMembership;
import org.jiaogongti.platform.community.SchoolWeakSubject;
import org.jiaogongti.platform.community.SubjectGroup;
import org.jiaogongti.platform.school.Calendars;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.SchoolCalendar;
import org.jiaogongti.platform.school.SchoolKind;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.school.Setting;
import org.jiaogongti.platform.school.StaffCount;
import org.springframework.beans.factory.BeanFactory;

/** A district of two communities with seven schools, for one test each; its ledger stands at {@link #TODAY}. */
final class SmallDistrict {

    static final LocalDate TODAY = LocalDate.of(2024, 11, 20);
    static final LocalDate FOUNDED = LocalDate.of(2019, 9, 1);
    static final String TERM = "2024-2025-1";
    static final List<String> SUBJECTS = List.of("语文", "数学", "英语", "科学");

    final District district;
    final List<School> schools = new ArrayList<>();
    final List<Community> communities = new ArrayList<>();
    final List<SchoolMembership> memberships = new ArrayList<>();

    private SmallDistrict(String code) {
        district = new District(code);
        for (int i = 0; i < 7; i++) {
            schools.add(new School(UUID.randomUUID(), "示例小学" + (i + 1), "示例" + (i + 1), null, SchoolKind.PRIMARY,
                    Setting.RURAL, i + 1));
        }
        communities.add(new Community(UUID.randomUUID(), "示例一共同体", "示例一", 1));
        communities.add(new Community(UUID.randomUUID(), "示例二共同体", "示例二", 2));
        for (int i = 0; i < 7; i++) {
            Community community = communities.get(i < 4 ? 0 : 1);
            memberships.add(new SchoolMembership(schools.get(i).id(), community.id(),
                    i == 0 || i == 4 ? Role.LEAD : Role.MEMBER, FOUNDED, null));
        }
    }

    String lead() {
        return schools.getFirst().key();
    }

    /** A member school of the first community, from 1 to 3. */
    String member(int number) {
        return schools.get(number).key();
    }

    String community() {
        return communities.getFirst().key();
    }

    static SchoolCalendar calendar() {
        return new SchoolCalendar(
                List.of(term("2023-2024-2", "2024-02-26", "2024-06-28", "2024-04-22"),
                        term(TERM, "2024-09-02", "2025-01-22", "2024-11-11"),
                        term("2024-2025-2", "2025-02-17", "2025-06-27", "2025-04-21"),
                        year("2023-2024", "2023-09-01", "2024-08-31"), year("2024-2025", "2024-09-01", "2025-08-31")),
                List.of(), List.of());
    }

    static Period term(String name, String first, String last, String midterm) {
        return new Period(name, PeriodKind.TERM, new DateRange(LocalDate.parse(first), LocalDate.parse(last)),
                LocalDate.parse(midterm));
    }

    static Period year(String name, String first, String last) {
        return new Period(name, PeriodKind.SCHOOL_YEAR, new DateRange(LocalDate.parse(first), LocalDate.parse(last)),
                null);
    }

    /** The facades that are needed to found one. */
    record Founder(Schools schools, Calendars calendars, Communities communities, Adoption adoption, LedgerDays days) {

        static Founder of(BeanFactory beans) {
            return new Founder(beans.getBean(Schools.class), beans.getBean(Calendars.class),
                    beans.getBean(Communities.class), beans.getBean(Adoption.class), beans.getBean(LedgerDays.class));
        }

        /** A district under a code that no other test uses. */
        SmallDistrict found(String code) {
            SmallDistrict small = new SmallDistrict(code);
            Scope.run(small.district, () -> {
                schools.setUp(small.schools,
                        small.schools.stream().map(school -> new StaffCount(school.id(), FOUNDED, 20)).toList(),
                        SUBJECTS);
                calendars.setUp(Actor.system(), calendar());
                communities.setUp(new Composition(small.communities, small.memberships,
                        small.communities.stream().flatMap(community -> SUBJECTS.stream()
                                .map(subject -> new SubjectGroup(community.id(), subject, FOUNDED, null))).toList(),
                        List.of(new SchoolWeakSubject(small.communities.getFirst().id(), small.schools.get(1).id(),
                                "科学", FOUNDED, null)),
                        SUBJECTS));
                adoption.adopt("fenghua-2019", null);
                days.moveTo(TODAY);
            });
            return small;
        }
    }
}
