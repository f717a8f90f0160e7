package org.jiaogongti.platform.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.activity.Invitee.Way;
import org.jiaogongti.platform.activity.Invitees.GroupOffer;
import org.jiaogongti.platform.activity.Invitees.Sheet;
import org.jiaogongti.platform.testing.PlatformTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Inviting against the real database, in the sample district; what it makes is called off again. */
@PlatformTest
class InviteesTest {

    private static final District DISTRICT = new District("330213");

    private final Invitees invitees;
    private final Activities activities;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final List<UUID> made = new ArrayList<>();
    private final UUID lead;

    InviteesTest(Invitees invitees, Activities activities, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.invitees = invitees;
        this.activities = activities;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.lead = sql("SELECT id FROM school.school WHERE name = '居敬小学'");
    }

    private UUID sql(String select) {
        return in(() -> transaction.execute(_ -> jdbc.sql(select).query(UUID.class).single()));
    }

    private static <T> T in(ScopedValue.CallableOp<T, RuntimeException> work) {
        return Scope.call(DISTRICT, work);
    }

    @AfterEach
    void callOff() {
        made.forEach(id -> in(() -> activities.withdraw(clerk(), id, 1, "测试完了")));
        in(() -> transaction.execute(_ -> jdbc.sql("DELETE FROM reminder.reminder WHERE news AND matter IN (:made)")
                .param("made", made.stream().map(UUID::toString).toList()).update()));
        made.clear();
    }

    private static Actor actor(String name, Posting posting) {
        UUID account = UUID.nameUUIDFromBytes((name + posting).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new Actor(account, null, name, Set.of(posting));
    }

    private Actor clerk() {
        return actor("示例教务", Posting.atSchool(Role.SCHOOL_CLERK, lead));
    }

    private UUID planned() {
        OccasionEntry entry = new OccasionEntry(UUID.randomUUID(), lead.toString(), "2024-12-20", "", lead.toString(),
                lead.toString(), "BACKBONE", "示例教师05", "joint-planning", Map.of("joint-planning", "1"), "数学",
                List.of("五"), "", "请人 " + made.size(), Map.of(lead.toString(), "5"), "no");
        Outcome outcome = in(() -> activities.record(clerk(), entry, List.of()));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        UUID id = ((Outcome.Done) outcome).id();
        made.add(id);
        return id;
    }

    private Sheet sheet(UUID id, String typed) {
        return in(() -> invitees.sheet(clerk(), id, typed)).orElseThrow();
    }

    @Test
    void aWholeGroupIsInvitedOnceAndOnePersonIsFoundByName() {
        UUID id = planned();
        GroupOffer offer = sheet(id, "").groups().getFirst();
        assertThat(offer.missing()).isPositive().isEqualTo(offer.people());
        assertThat(in(() -> invitees.inviteGroup(clerk(), id, offer.community(), offer.body())))
                .isInstanceOf(Outcome.Done.class);
        assertThat(in(() -> invitees.inviteGroup(clerk(), id, offer.community(), offer.body())))
                .isInstanceOf(Outcome.Already.class);
        assertThat(in(() -> invitees.of(id))).hasSize(offer.people())
                .allSatisfy(each -> assertThat(each.way()).isEqualTo(Way.INVITED))
                .allSatisfy(each -> assertThat(each.name()).startsWith("示例"))
                .allSatisfy(each -> assertThat(each.schoolName()).isNotEmpty());
        assertThat(sheet(id, "").groups().getFirst().missing()).isZero();
        Invitees.Candidate found = sheet(id, "示例教师").found().getFirst();
        assertThat(in(() -> invitees.invite(clerk(), id, List.of(found.person())))).isInstanceOf(Outcome.Done.class);
        assertThat(sheet(id, "示例教师").found()).extracting(Invitees.Candidate::person)
                .doesNotContain(found.person());
        assertThat(in(() -> invitees.remove(clerk(), id, found.person()))).isInstanceOf(Outcome.Done.class);
        assertThat(in(() -> invitees.remove(clerk(), id, found.person()))).isInstanceOf(Outcome.Absent.class);
        assertThat(in(() -> invitees.of(id))).extracting(Invitee::person).doesNotContain(found.person());
    }

    @Test
    void aResearcherOfTheCommunityIsFoundAndInvitedForNoSchool() {
        UUID id = planned();
        UUID researcher = sql("""
                SELECT p.person FROM staff.posting p WHERE p.role = 'RESEARCHER' AND p.to_day IS NULL
                   AND p.community = (SELECT community FROM activity.occasion WHERE id = '%s') ORDER BY p.person LIMIT 1
                """.formatted(id));
        String name = in(() -> transaction.execute(_ -> jdbc.sql("SELECT name FROM staff.person WHERE id = :id")
                .param("id", researcher).query(String.class).single()));
        assertThat(sheet(id, name).found()).anySatisfy(found -> {
            assertThat(found.person()).isEqualTo(researcher);
            assertThat(found.school()).isNull();
        });
        assertThat(in(() -> invitees.invite(clerk(), id, List.of(researcher)))).isInstanceOf(Outcome.Done.class);
        assertThat(in(() -> invitees.of(id))).singleElement().satisfies(invited -> {
            assertThat(invited.school()).isNull();
            assertThat(invited.schoolName()).isEqualTo("区研训部门");
        });
        UUID elsewhere = sql(
                """
                        SELECT p.person FROM staff.posting p WHERE p.role = 'RESEARCHER' AND p.to_day IS NULL AND p.person NOT IN (
                            SELECT q.person FROM staff.posting q WHERE q.role = 'TRAINING_DEPARTMENT' OR (q.role = 'RESEARCHER'
                               AND q.community = (SELECT community FROM activity.occasion WHERE id = '%s')))
                         ORDER BY p.person LIMIT 1
                        """
                        .formatted(id));
        assertThat(in(() -> invitees.invite(clerk(), id, List.of(elsewhere)))).isInstanceOf(Outcome.Absent.class);
    }

    @Test
    void onlyTheHostInvitesAndOnlyPeopleOfTheSchoolsThatTakePart() {
        UUID id = planned();
        UUID stranger = sql("""
                SELECT person FROM staff.posting WHERE role = 'TEACHER' AND to_day IS NULL
                   AND school = (SELECT id FROM school.school WHERE name = '龙津实验学校') ORDER BY person LIMIT 1
                """);
        assertThat(in(() -> invitees.invite(clerk(), id, List.of(stranger)))).isInstanceOf(Outcome.Absent.class);
        UUID community = sql("SELECT community FROM activity.occasion WHERE id = '" + id + "'");
        Actor researcher = actor("示例教研员", Posting.inCommunity(Role.RESEARCHER, community));
        GroupOffer offer = sheet(id, "").groups().getFirst();
        assertThat(in(() -> invitees.inviteGroup(researcher, id, offer.community(), offer.body())))
                .isInstanceOf(Outcome.No.class);
        assertThat(in(() -> invitees.sheet(researcher, id, "示例"))).hasValueSatisfying(seen -> {
            assertThat(seen.invites()).isFalse();
            assertThat(seen.found()).isEmpty();
            assertThat(seen.groups()).isEmpty();
        });
        Actor elsewhere = actor("示例教务", Posting.atSchool(Role.SCHOOL_CLERK,
                sql("SELECT id FROM school.school WHERE name = '龙津实验学校'")));
        assertThat(in(() -> invitees.sheet(elsewhere, id, ""))).isEmpty();
        assertThat(in(() -> invitees.inviteGroup(elsewhere, id, offer.community(), offer.body())))
                .isInstanceOf(Outcome.Absent.class);
        in(() -> activities.cancel(clerk(), id, 1, "停电"));
        assertThat(in(() -> invitees.inviteGroup(clerk(), id, offer.community(), offer.body())))
                .isInstanceOf(Outcome.No.class);
    }
}
