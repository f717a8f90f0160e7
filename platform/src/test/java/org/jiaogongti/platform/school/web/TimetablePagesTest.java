package org.jiaogongti.platform.school.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.Calendars;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.school.Timetables;
import org.jiaogongti.platform.school.Timetables.Taught;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Who sees which timetable in the sample world, and what is measured and what estimated of the ways. */
@PlatformTest
class TimetablePagesTest {

    private final Schools schools;
    private final Timetables timetables;
    private final Calendars calendars;

    TimetablePagesTest(Schools schools, Timetables timetables, Calendars calendars) {
        this.calendars = calendars;
        this.schools = schools;
        this.timetables = timetables;
    }

    private static Visitor signedIn(Visitor visitor, String role) {
        Page door = visitor.get("/sign-in");
        String account = door.html().select("button[name=account]:contains(" + role + ")").val();
        assertThat(visitor.submit(door, "form[action=/sign-in/sample]", Map.of("account", account)).status())
                .isEqualTo(303);
        return visitor;
    }

    private UUID school(String name) {
        return Scope.call(new District("330213"), () -> schools.all().stream()
                .filter(school -> school.name().equals(name)).map(School::id).findFirst().orElseThrow());
    }

    @Test
    void aTeacherSeesTheOwnWeekAndNobodyElses(Visitor visitor) {
        signedIn(visitor, "示例教师01");
        Page own = visitor.get("/timetables");
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.html().select(".tt td div")).as("lessons").isNotEmpty();
        assertThat(own.html().select(".tt thead th[aria-current=date]").text()).as("20 November 2024").isEqualTo("周三");
        assertThat(own.html().select(".tt td a")).as("a teacher opens no class").isEmpty();
        assertThat(visitor.get("/timetables/" + school("居敬小学")).status()).isIn(403, 404);
    }

    @Test
    void aSchoolsOfficeSeesItsOwnClassesAndTeachersOnly(Visitor visitor) {
        signedIn(visitor, "示例教务05");
        Page index = visitor.get("/timetables");
        List<Element> open = index.html().select("table.lines a");
        assertThat(open).hasSize(1);
        Page week = visitor.get(open.getFirst().attr("href"));
        assertThat(week.html().select("a[href*=/class?]")).as("classes").isNotEmpty();
        Page first = visitor.get(week.html().select(".li a.n").attr("href"));
        assertThat(first.status()).isEqualTo(200);
        Page foreign = visitor.get("/timetables/" + school("溪口镇校"));
        assertThat(foreign.status()).isEqualTo(404);
    }

    @Test
    void theBureauSeesEverySchoolAlsoTheOneWhoseTimetableIsMissing(Visitor visitor) {
        signedIn(visitor, "局管理员");
        Page index = visitor.get("/timetables");
        assertThat(index.html().select("table.lines tr .st.done")).hasSize(4);
        assertThat(index.html().select("table.lines tr .st.todo")).isNotEmpty();
        Page week = visitor.get("/timetables/" + school("溪口镇校"));
        assertThat(week.text()).contains("示例东山教学点").contains("08:40–09:20");
        Page point = visitor.get(week.html().select("a[href*=campus=%]").attr("href"));
        assertThat(point.html().select(".tt tbody tr")).hasSize(4);
        String teacher = point.html().select(".tt td a").attr("href");
        assertThat(visitor.get(teacher).html().select(".tt td:has(div)").getFirst().select("div"))
                .as("two grades in one room")
                .hasSize(2);
        Page none = visitor.get("/timetables/" + school("大堰学校") + "/class?name=101");
        assertThat(none.text()).contains("还没有课表");
    }

    @Test
    void measuredWaysAreToldFromEstimatedOnesAndFromUnknownOnes(Visitor visitor) {
        signedIn(visitor, "示例教师01");
        Page from = visitor.get("/journeys?school=" + school("居敬小学"));
        assertThat(from.html().select("tr:contains(育才学校)").text()).contains("12 分钟").contains("3.8 公里").contains("量过");
        assertThat(from.html().select("tr:contains(松岙镇校)").text()).contains("估算");
        assertThat(from.html().select("tr:contains(示例民办小学)").text()).contains("还没有坐标");
        Page all = visitor.get("/journeys/all");
        assertThat(all.html().select(".ways tbody tr")).hasSizeGreaterThan(27);
        assertThat(visitor.get("/journeys?school=" + new UUID(0, 5)).status()).isEqualTo(404);
    }

    @Test
    void whoTeachesOnADayFollowsTheWeekTheTermAndTheClosedDays() {
        LocalDate wednesday = LocalDate.of(2024, 11, 20);
        List<Taught> taught = on(wednesday);
        assertThat(taught).isNotEmpty().allSatisfy(lesson -> {
            assertThat(lesson.lesson().weekday()).isEqualTo(wednesday.getDayOfWeek());
            assertThat(Objects.requireNonNull(lesson.starts())).isBefore(Objects.requireNonNull(lesson.ends()));
        });
        assertThat(on(LocalDate.of(2024, 11, 23))).as("a Saturday").isEmpty();
        assertThat(on(LocalDate.of(2024, 10, 2))).as("a holiday").isEmpty();
        assertThat(on(LocalDate.of(2024, 8, 14))).as("outside of terms").isEmpty();
    }

    private List<Taught> on(LocalDate day) {
        UUID school = school("居敬小学");
        return Scope.call(new District("330213"), () -> {
            Set<UUID> teachers = timetables.ofSchool("2024-2025-1", school).stream().map(lesson -> lesson.teacher())
                    .collect(java.util.stream.Collectors.toSet());
            return timetables.on(calendars.current(), day, teachers);
        });
    }
}
