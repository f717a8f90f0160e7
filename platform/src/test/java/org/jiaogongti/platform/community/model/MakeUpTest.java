package org.jiaogongti.platform.community.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.platform.community.Body;
import org.jiaogongti.platform.community.Community;
import org.jiaogongti.platform.community.FewTeachers;
import org.jiaogongti.platform.community.GroupFinding.Rule;
import org.jiaogongti.platform.community.Office;
import org.jiaogongti.platform.community.Personnel.Somebody;
import org.jiaogongti.platform.community.Roster;
import org.jiaogongti.platform.community.Seat;
import org.jiaogongti.platform.community.Yardstick;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.SchoolKind;
import org.jiaogongti.platform.school.Setting;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who must sit where, by examples worked out from the notice's words: one lead school, two member schools, two subjects. */
class MakeUpTest {

    private static final LocalDate DAY = LocalDate.of(2024, 11, 20);
    private static final School LEAD = school(1);
    private static final School FIRST = school(2);
    private static final School SECOND = school(3);
    private static final School OUTSIDE = school(4);
    private static final UUID COMMUNITY = new UUID(9, 9);

    private final Map<UUID, Somebody> people = new HashMap<>();
    private final List<Seat> seats = new ArrayList<>();
    private final List<FewTeachers> few = new ArrayList<>();
    private Yardstick yardstick = Yardstick.PLAIN;

    private static School school(int number) {
        return new School(new UUID(1, number), "示例小学" + number, "示例" + number, null, SchoolKind.PRIMARY, Setting.RURAL,
                number);
    }

    private UUID person(@Nullable School school, Rank rank, boolean researcher) {
        UUID id = new UUID(2, people.size());
        people.put(id, new Somebody(id, null, "示例" + people.size(), school == null ? null : school.id(), rank,
                researcher));
        return id;
    }

    private void leading(Office office, School school, Rank rank) {
        add(Body.LEADING_GROUP, null, office, person(school, rank, false), school, null, null);
    }

    private void liaison() {
        add(Body.LIAISONS, null, Office.MEMBER, person(null, Rank.TEACHER, true), null, null, null);
    }

    private void member(String subject, School school) {
        add(Body.GUIDANCE_GROUP, subject, Office.MEMBER, person(school, Rank.TEACHER, false), school, null, null);
    }

    private void leader(String subject, School school, Rank rank) {
        add(Body.GUIDANCE_GROUP, subject, Office.HEAD, person(school, rank, false), school, "示例文件",
                person(null, Rank.TEACHER, true));
    }

    private void add(Body body, @Nullable String subject, Office office, UUID person, @Nullable School school,
            @Nullable String document, @Nullable UUID by) {
        seats.add(new Seat(new UUID(3, seats.size()), COMMUNITY, body, subject, office, person,
                school == null ? null : school.id(), DAY.minusYears(1), null, document, by));
    }

    private void few(String subject, @Nullable School school) {
        few.add(new FewTeachers(new UUID(4, few.size()), COMMUNITY, subject, school == null ? null : school.id(),
                DAY.minusYears(1), null, "示例理由", "示例文件", "示例局长"));
    }

    private void completeLeadingGroup() {
        leading(Office.HEAD, LEAD, Rank.PRINCIPAL);
        leading(Office.DEPUTY, LEAD, Rank.VICE_PRINCIPAL);
        leading(Office.DEPUTY, FIRST, Rank.PRINCIPAL);
        leading(Office.DEPUTY, SECOND, Rank.PRINCIPAL);
        leading(Office.MEMBER, LEAD, Rank.CADRE);
        leading(Office.MEMBER, FIRST, Rank.VICE_PRINCIPAL);
        leading(Office.MEMBER, SECOND, Rank.CADRE);
    }

    private void completeGroup(String subject) {
        leader(subject, LEAD, Rank.BACKBONE);
        member(subject, FIRST);
        member(subject, SECOND);
    }

    private void complete() {
        completeLeadingGroup();
        liaison();
        liaison();
        completeGroup("语文");
        completeGroup("数学");
    }

    /** The rule, and the subject and the school it is about, as short text. */
    private List<String> found() {
        Roster roster = new Roster(new Community(COMMUNITY, "示例共同体", "示例", 1), DAY, LEAD, List.of(FIRST, SECOND),
                List.of("语文", "数学"), yardstick, seats, few, people, List.of());
        return MakeUp.check(roster).stream()
                .map(finding -> finding.rule() + (finding.subject() == null ? "" : " " + finding.subject())
                        + roster.school(finding.school()).map(school -> " " + school.shortName()).orElse(""))
                .toList();
    }

    private void remove(Body body, Office office, @Nullable School school) {
        assertThat(seats.removeIf(seat -> seat.body() == body && seat.office() == office
                && (school == null || school.id().equals(seat.school())))).isTrue();
    }

    @Test
    void whoeverSitsAsTheNoticeSaysIsComplete() {
        complete();
        assertThat(found()).isEmpty();
    }

    @Test
    void nobodyAtAllIsSaidOncePerBody() {
        assertThat(found()).containsExactly("LIAISONS_NONE", "GROUP_MISSING 语文", "GROUP_MISSING 数学", "LEADING_NONE");
    }

    /** 由牵头校校长任组长. */
    @Test
    void thePrincipalOfTheLeadSchoolHeadsTheLeadingGroup() {
        complete();
        remove(Body.LEADING_GROUP, Office.HEAD, null);
        assertThat(found()).containsExactly("HEAD_MISSING");
        leading(Office.HEAD, FIRST, Rank.PRINCIPAL);
        assertThat(found()).containsExactly("HEAD_NOT_LEAD_PRINCIPAL");
        remove(Body.LEADING_GROUP, Office.HEAD, null);
        leading(Office.HEAD, LEAD, Rank.VICE_PRINCIPAL);
        assertThat(found()).containsExactly("HEAD_NOT_LEAD_PRINCIPAL");
    }

    /** 牵头校业务副校长和成员校校长任副组长. */
    @Test
    void deputiesAreTheLeadSchoolsVicePrincipalAndTheMembersPrincipals() {
        complete();
        remove(Body.LEADING_GROUP, Office.DEPUTY, LEAD);
        remove(Body.LEADING_GROUP, Office.DEPUTY, SECOND);
        assertThat(found()).containsExactly("LEAD_VICE_MISSING 示例1", "MEMBER_PRINCIPAL_MISSING 示例3");
        leading(Office.DEPUTY, SECOND, Rank.VICE_PRINCIPAL);
        assertThat(found()).as("a member school's vice-principal takes nobody's place").containsExactly(
                "LEAD_VICE_MISSING 示例1", "MEMBER_PRINCIPAL_MISSING 示例3", "DEPUTY_OUT_OF_PLACE 示例3");
    }

    /** 各学校其他相关领导为成员. */
    @Test
    void everySchoolSendsAnotherLeaderAsMember() {
        complete();
        remove(Body.LEADING_GROUP, Office.MEMBER, FIRST);
        assertThat(found()).containsExactly("SCHOOL_WITHOUT_LEADER 示例2");
        leading(Office.MEMBER, FIRST, Rank.BACKBONE);
        assertThat(found()).as("a teacher is no leader").containsExactly("MEMBER_NO_LEADER 示例2");
    }

    /** 每个共同体配置2-3名蹲点教研员作为业务管理联络人. */
    @Test
    void liaisonsAreTwoOrThreeResearchers() {
        completeLeadingGroup();
        completeGroup("语文");
        completeGroup("数学");
        liaison();
        assertThat(found()).containsExactly("LIAISONS_TOO_FEW");
        liaison();
        assertThat(found()).isEmpty();
        liaison();
        assertThat(found()).isEmpty();
        liaison();
        assertThat(found()).containsExactly("LIAISONS_TOO_MANY");
        remove(Body.LIAISONS, Office.MEMBER, null);
        liaison();
        add(Body.LIAISONS, null, Office.MEMBER, person(FIRST, Rank.PRINCIPAL, false), null, null, null);
        assertThat(found()).containsExactly("LIAISON_NO_RESEARCHER");
    }

    /** 指导组成员各校不少于一名. */
    @Test
    void everySchoolHasSomebodyInEverySubjectsGroup() {
        complete();
        seats.removeIf(seat -> "数学".equals(seat.subject()) && SECOND.id().equals(seat.school()));
        assertThat(found()).containsExactly("SCHOOL_WITHOUT_MEMBER 数学 示例3");
        yardstick = new Yardstick(Yardstick.PLAIN.liaisons(), false, true);
        assertThat(found()).as("read altogether, 语文 is enough").isEmpty();
        seats.removeIf(seat -> "语文".equals(seat.subject()) && SECOND.id().equals(seat.school()));
        assertThat(found()).containsExactly("SCHOOL_WITHOUT_ANY_MEMBER 示例3");
    }

    /** 组长一般由责任心强、业务水平高的名优骨干教师担任，由教研员指派. */
    @Test
    void theLeaderIsAppointedAndUsuallyABackboneTeacher() {
        complete();
        seats.removeIf(seat -> "语文".equals(seat.subject()) && seat.office() == Office.HEAD);
        member("语文", LEAD);
        assertThat(found()).containsExactly("LEADER_MISSING 语文");
        leader("语文", LEAD, Rank.TEACHER);
        assertThat(found()).containsExactly("LEADER_NO_BACKBONE 语文");
        assertThat(Rule.LEADER_NO_BACKBONE.usual()).as("the notice says 一般").isTrue();
        seats.removeLast();
        add(Body.GUIDANCE_GROUP, "语文", Office.HEAD, person(LEAD, Rank.BACKBONE, false), LEAD, null,
                person(null, Rank.TEACHER, true));
        assertThat(found()).as("no document").containsExactly("LEADER_NOT_APPOINTED 语文");
        seats.removeLast();
        add(Body.GUIDANCE_GROUP, "语文", Office.HEAD, person(LEAD, Rank.BACKBONE, false), LEAD, "示例文件",
                person(LEAD, Rank.PRINCIPAL, false));
        assertThat(found()).as("appointed by no researcher").containsExactly("LEADER_NOT_APPOINTED 语文");
    }

    /** 专任教师数偏少的学科可以灵活安排. */
    @Test
    void aDecisionLetsASchoolOrAWholeSubjectPass() {
        complete();
        seats.removeIf(seat -> "数学".equals(seat.subject()) && SECOND.id().equals(seat.school()));
        few("数学", SECOND);
        assertThat(found()).isEmpty();
        seats.removeIf(seat -> "数学".equals(seat.subject()));
        assertThat(found()).as("one school's decision does not spare the group").containsExactly("GROUP_MISSING 数学");
        few("数学", null);
        assertThat(found()).isEmpty();
    }

    @Test
    void whoseSchoolLeftTheCommunityIsFound() {
        complete();
        member("语文", OUTSIDE);
        leading(Office.MEMBER, OUTSIDE, Rank.CADRE);
        assertThat(found()).containsExactly("MEMBER_FROM_ELSEWHERE 语文", "LEADING_FROM_ELSEWHERE");
    }

    @Test
    void asLongAsTheAttachmentIsAwaitedOnlyTheLeadingGroupIsJudged() {
        yardstick = new Yardstick(Yardstick.PLAIN.liaisons(), true, false);
        assertThat(found()).containsExactly("LEADING_NONE");
    }
}
