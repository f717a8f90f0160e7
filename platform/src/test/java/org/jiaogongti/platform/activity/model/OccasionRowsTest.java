package org.jiaogongti.platform.activity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.platform.activity.ActivityKinds;
import org.jiaogongti.platform.activity.FieldValue;
import org.jiaogongti.platform.activity.Occasion.Part;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jiaogongti.platform.activity.Occasion.Site;
import org.jiaogongti.platform.community.Community;
import org.jiaogongti.platform.community.Composition;
import org.jiaogongti.platform.community.SchoolMembership;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetRow;
import org.jiaogongti.platform.school.Campus;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.SchoolCalendar;
import org.jiaogongti.platform.school.SchoolKind;
import org.jiaogongti.platform.school.Setting;
import org.junit.jupiter.api.Test;

/** A row of the occasions' table says what the record form would, and what is recorded comes back as one row. */
class OccasionRowsTest {

    private static final School LEAD = school(1);
    private static final School NEAR = school(2);
    private static final School FAR = school(3);
    private static final Community ONE = new Community(new UUID(2, 1), "示例第一教学共同体", "示例一", 1);
    private static final Community TWO = new Community(new UUID(2, 2), "示例第二教学共同体", "示例二", 2);
    private static final LocalDate FIRST = LocalDate.of(2024, 9, 1);
    private static final LocalDate DAY = LocalDate.of(2024, 10, 15);
    private static final OccasionRows ROWS = new OccasionRows(ground());

    private static School school(int number) {
        return new School(new UUID(1, number), "示例小学" + number, "示例" + number, null, SchoolKind.PRIMARY, Setting.RURAL,
                number);
    }

    private static SchoolMembership member(School school, Community community, World.Role role) {
        return new SchoolMembership(school.id(), community.id(), role, FIRST, null);
    }

    private static Ground ground() {
        Composition composition = new Composition(List.of(ONE, TWO),
                List.of(member(LEAD, ONE, World.Role.LEAD), member(NEAR, ONE, World.Role.MEMBER),
                        member(FAR, TWO, World.Role.LEAD)),
                List.of(), List.of(), List.of("语文", "数学"));
        Campus point = new Campus("示例教学点", NEAR.id(), Campus.Kind.TEACHING_POINT, FIRST, null);
        return new Ground(List.of(LEAD, NEAR, FAR), composition, List.of(point),
                new SchoolCalendar(List.of(new Period("2024-2025-1", PeriodKind.TERM,
                        new DateRange(FIRST, LocalDate.of(2025, 1, 24)), null)), List.of(),
                        List.of()),
                ActivityKinds.shipped(), LocalDate.of(2024, 11, 20));
    }

    private static SheetRow typed(String... more) {
        SheetRow row = SheetRow.of("date", "2024-10-15", "school", "示例1", "kind", "示范课", "lessons", "2", "also",
                "专题讲座", "host", "示例小学2", "leader", "示例1", "people", "示例教师甲，示例教师乙", "rank", "BACKBONE",
                "subject", "数学", "grades", "五年级2班", "topic", "小数乘法", "participants", "示例2：6人");
        for (int i = 0; i + 1 < more.length; i += 2) {
            row = row.with(more[i], more[i + 1]);
        }
        return row;
    }

    @Test
    void aRowIsReadWholeWithItsParts() {
        Said said = ROWS.said(typed()).orElseThrow();
        assertThat(said.date()).isEqualTo(DAY);
        assertThat(said.community()).isEqualTo(ONE.id());
        assertThat(said.school()).isEqualTo(LEAD.id());
        assertThat(said.host()).isEqualTo(NEAR.id());
        assertThat(said.leaderRank()).isEqualTo(Rank.BACKBONE);
        assertThat(said.people()).containsExactly("示例教师甲", "示例教师乙");
        assertThat(said.parts()).hasSize(2);
        assertThat(said.parts().getFirst().lessons()).isEqualTo(2);
        assertThat(said.grades()).containsExactly("五");
        assertThat(said.className()).isEqualTo("五年级2班");
        assertThat(said.participants()).isEqualTo(Map.of(NEAR.id(), 6));
    }

    @Test
    void equalOccasionsAreEqualRowsHoweverTheyAreTyped() {
        SheetRow other = typed("school", "示例小学1", "people", "示例教师甲 示例教师乙", "grades", "五", "class", "五年级2班", "also",
                "专题讲座；", "participants", "示例小学2:6", "lessons", "2节");
        assertThat(ROWS.canonical(other)).isEqualTo(ROWS.canonical(typed()));
        assertThat(ROWS.canonical(ROWS.canonical(other))).isEqualTo(ROWS.canonical(other));
        assertThat(ROWS.canonical(typed("kind", "没有这种"))).as("what cannot be read stays").isEqualTo(
                typed("kind", "没有这种"));
    }

    @Test
    void aCampusAndAFurtherCommunityAreReadAndGivenBack() {
        Said said = ROWS.said(typed("host", "", "campus", "示例教学点", "participants", "示例2:6;示例3:2", "also-in", "示例二"))
                .orElseThrow();
        assertThat(said.host()).isEqualTo(NEAR.id());
        assertThat(said.site()).isEqualTo(new Site("示例教学点", null));
        assertThat(said.alsoIn()).containsExactly(TWO.id());
        SheetRow back = ROWS.row(said);
        assertThat(back.get("host")).isEqualTo("示例小学2");
        assertThat(back.get("campus")).isEqualTo("示例教学点");
        assertThat(back.get("also-in")).isEqualTo("示例二");
        assertThat(ROWS.said(back)).contains(said);
    }

    /** A festival has a field of its own kind of each sort: a chosen word, a day, and people of each school. */
    @Test
    void fieldsOfTheKindsHaveColumnsOfTheirOwn() {
        Said said = new Said(DAY, "day", ONE.id(), LEAD.id(), LEAD.id(), null, null, List.of(),
                List.of(new Part("festival", 1)), null, List.of(), "", "示例节", Map.of(),
                Map.of("festival", new FieldValue.Words("科技节"), "until", new FieldValue.Day(DAY.plusDays(1)),
                        "visitors",
                        new FieldValue.BySchool(Map.of(NEAR.id(), 35))),
                List.of(), null);
        SheetRow row = ROWS.row(said);
        assertThat(row.get("f-festival")).isEqualTo("科技节");
        assertThat(row.get("f-until")).isEqualTo("2024-10-16");
        assertThat(row.get("f-visitors")).isEqualTo("示例小学2:35");
        assertThat(ROWS.said(row).map(Said::fields)).contains(said.fields());
    }

    @Test
    void whatIsWrongStandsAtItsCellInTheWordsOfTheRecordForm() {
        assertThat(wrong(typed("school", "示例9"))).containsExactly("school activity.error.school.unknown");
        assertThat(wrong(typed("date", "2025-10-15"))).containsExactly("date activity.error.date.calendar");
        assertThat(wrong(typed("kind", "没有这种", "also", ""))).contains("kind activity.error.kind.unknown");
        assertThat(wrong(typed("also", "没有这种"))).containsExactly("also activity.error.kind.unknown");
        assertThat(wrong(typed("lessons", "41"))).containsExactly("lessons activity.error.lessons");
        assertThat(wrong(typed("subject", "武术"))).containsExactly("subject activity.error.subject.unknown");
        assertThat(wrong(typed("participants", "示例2:小明"))).containsExactly("participants activity.error.people");
        assertThat(wrong(typed("also-in", "没有"))).containsExactly("also-in activity.error.community.unknown");
        assertThat(wrong(typed("also-in", "示例二"))).containsExactly("also-in activity.error.community.apart");
        assertThat(wrong(typed("campus", "示例教学点", "host", "示例1"))).containsExactly("host activity.error.campus");
        assertThat(wrong(typed("f-entries", "3"))).containsExactly("f-entries activity.error.field.unasked");
    }

    private static List<String> wrong(SheetRow row) {
        return ROWS.problems(row).stream().map(OccasionRowsTest::text).toList();
    }

    private static String text(Problem problem) {
        return problem.column() + " " + problem.key();
    }

    @Test
    void whoOwesIsNamed() {
        assertThat(ROWS.nameOf(ONE.key())).isEqualTo("示例一");
        assertThat(ROWS.nameOf(NEAR.key() + "/数学")).isEqualTo("示例2数学");
        assertThat(ROWS.nameOf("-")).isEmpty();
    }
}
