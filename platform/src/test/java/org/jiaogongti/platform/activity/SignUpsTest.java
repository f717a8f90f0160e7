package org.jiaogongti.platform.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.activity.Moving.MovingEntry;
import org.jiaogongti.platform.testing.PlatformTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Announcing, signing up and moving against the real database; what it makes is taken back again. */
@PlatformTest
class SignUpsTest {

    private static final District DISTRICT = new District("330213");
    private static final int ROUNDS = 50;

    private final SignUps signUps;
    private final Announcements announcements;
    private final Moving moving;
    private final Invitees invitees;
    private final Activities activities;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final List<UUID> made = new ArrayList<>();
    private final UUID lead;
    private final List<Actor> teachers;

    SignUpsTest(SignUps signUps, Announcements announcements, Moving moving, Invitees invitees, Activities activities,
            JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.signUps = signUps;
        this.announcements = announcements;
        this.moving = moving;
        this.invitees = invitees;
        this.activities = activities;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.lead = ids("SELECT id FROM school.school WHERE name = '居敬小学'").getFirst();
        this.teachers = ids("SELECT p.person FROM staff.posting p LEFT JOIN access.account a ON a.person_id = p.person "
                + "WHERE p.role = 'TEACHER' AND p.to_day IS NULL AND p.school = '" + lead
                + "' GROUP BY p.person ORDER BY count(a.id) = 0, p.person LIMIT 4").stream().map(this::teacher)
                .toList();
    }

    private List<UUID> ids(String select) {
        return in(() -> transaction.execute(_ -> jdbc.sql(select).query(UUID.class).list()));
    }

    private static <T> T in(ScopedValue.CallableOp<T, RuntimeException> work) {
        return Scope.call(DISTRICT, work);
    }

    private Actor teacher(UUID person) {
        return new Actor(person, person, "示例", Set.of(Posting.atSchool(Role.TEACHER, lead)));
    }

    private Actor clerk() {
        return new Actor(new UUID(7, 7), null, "示例教务", Set.of(Posting.atSchool(Role.SCHOOL_CLERK, lead)));
    }

    @AfterEach
    void takeBack() {
        made.forEach(id -> {
            teachers.forEach(teacher -> in(() -> signUps.leave(teacher, id)));
            int version = in(
                    () -> transaction.execute(_ -> jdbc.sql("SELECT version FROM activity.occasion WHERE id = :id")
                            .param("id", id).query(Integer.class).single()));
            assertThat(in(() -> activities.withdraw(clerk(), id, version, "测试完了"))).isNotNull();
        });
        in(() -> transaction.execute(_ -> jdbc.sql("DELETE FROM reminder.reminder WHERE news AND matter IN (:made)")
                .param("made", made.stream().map(UUID::toString).toList()).update()));
        made.clear();
    }

    /** What stands unread before the first two teachers, who have accounts: their number and what they are told. */
    private List<String> told(UUID id) {
        List<UUID> people = teachers.stream().map(Actor::accountId).toList();
        return in(() -> transaction.execute(_ -> jdbc.sql("""
                SELECT a.person_id, split_part(r.stage, ':', 1) AS what FROM reminder.reminder r
                  JOIN access.account a ON a.id = r.account
                 WHERE r.news AND r.matter = :id AND r.settled_at IS NULL
                """).param("id", id.toString())
                .query((row, _) -> people.indexOf(row.getObject(1, UUID.class)) + " " + row.getString(2)).list()))
                .stream().sorted().toList();
    }

    @Test
    void everybodyOnTheListIsToldWhatChangedAndOnlyTheLastOfIt() {
        UUID id = announced("1");
        signUp(0, id);
        signUp(1, id);
        assertThat(told(id)).as("who did it knows").isEmpty();
        in(() -> signUps.leave(teachers.get(0), id));
        assertThat(told(id)).containsExactly("1 PLACED");
        in(() -> invitees.invite(clerk(), id, List.of(teachers.get(0).accountId())));
        assertThat(told(id)).containsExactly("0 INVITED", "1 PLACED");
        in(() -> moving.move(clerk(), id, 1, new MovingEntry("2024-12-20", "pm", lead.toString(), "停电")));
        assertThat(told(id)).containsExactly("0 MOVED", "1 MOVED");
        in(() -> signUps.leave(teachers.get(1), id));
        assertThat(told(id)).as("who left by themselves needs no news").containsExactly("0 MOVED");
        in(() -> invitees.remove(clerk(), id, teachers.get(0).accountId()));
        assertThat(told(id)).containsExactly("0 TAKEN_OFF");
        in(() -> invitees.invite(clerk(), id, List.of(teachers.get(0).accountId())));
        in(() -> activities.cancel(clerk(), id, 2, "改在下学期"));
        assertThat(told(id)).containsExactly("0 CALLED_OFF");
        UUID more = announced("1");
        signUp(0, more);
        signUp(1, more);
        assertThat(announce(more, "2")).isInstanceOf(Outcome.Done.class);
        assertThat(told(more)).as("another place").containsExactly("1 PLACED");
    }

    private OccasionEntry entry(UUID token, String date) {
        return new OccasionEntry(token, lead.toString(), date, "", lead.toString(), lead.toString(), "BACKBONE",
                "示例教师05", "research-activity", Map.of("research-activity", "1"), "数学", List.of("五"), "五(1)班",
                "报名 " + made.size(),
                Map.of(lead.toString(), "5"), "no");
    }

    /** A research activity on 2024-12-19, announced with some places. */
    private UUID announced(String places) {
        Outcome outcome = in(() -> activities.record(clerk(), entry(UUID.randomUUID(), "2024-12-19"), List.of()));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        UUID id = ((Outcome.Done) outcome).id();
        made.add(id);
        assertThat(announce(id, places)).isInstanceOf(Outcome.Done.class);
        return id;
    }

    private Outcome announce(UUID id, String places) {
        return in(() -> announcements.announce(clerk(), id, 1,
                new AnnouncementEntry("OPEN", "COMMUNITY", places, "2024-12-18", "带课本")));
    }

    private SignedUp signUp(int teacher, UUID id) {
        return in(() -> signUps.signUp(teachers.get(teacher), id));
    }

    private List<String> list(UUID id) {
        return in(() -> invitees.of(id)).stream()
                .map(each -> teachers.stream().map(Actor::personId).toList().indexOf(each.person()) + ":"
                        + each.waiting())
                .toList();
    }

    @Test
    void whoWaitsMovesUpInOrderWhenSomebodyLeaves() {
        UUID id = announced("2");
        assertThat(signUp(0, id)).isEqualTo(new SignedUp.Listed(0));
        assertThat(signUp(1, id)).isEqualTo(new SignedUp.Listed(0));
        assertThat(signUp(2, id)).isEqualTo(new SignedUp.Listed(1));
        assertThat(signUp(3, id)).isEqualTo(new SignedUp.Listed(2));
        assertThat(signUp(3, id)).as("once more").isEqualTo(new SignedUp.Listed(2));
        assertThat(in(() -> signUps.leave(teachers.get(0), id))).isEqualTo(new SignedUp.Left(1));
        assertThat(list(id)).containsExactly("1:0", "2:0", "3:1");
        assertThat(signUp(0, id)).as("who comes again stands behind").isEqualTo(new SignedUp.Listed(2));
        assertThat(((Outcome.Bad) announce(id, "1")).errors()).extracting(FieldError::field).containsExactly("places");
        assertThat(announce(id, "3")).isInstanceOf(Outcome.Done.class);
        assertThat(list(id)).containsExactly("1:0", "2:0", "3:0", "0:1");
        assertThat(in(() -> invitees.invite(clerk(), id, List.of(teachers.get(0).accountId()))))
                .isInstanceOf(Outcome.Done.class);
        assertThat(list(id)).as("the invited take no place").containsExactly("1:0", "2:0", "3:0", "0:0");
    }

    /** A community's researcher belongs to no school, waits like everybody else, and is nobody elsewhere. */
    @Test
    void aResearcherOfItsCommunitySignsUpForNoSchool() {
        UUID community = ids(
                "SELECT community FROM community.membership WHERE to_day IS NULL AND school = '" + lead + "'")
                .getFirst();
        Actor researcher = researcher(community, "=");
        UUID id = announced("1");
        assertThat(signUp(0, id)).isEqualTo(new SignedUp.Listed(0));
        assertThat(in(() -> signUps.signUp(researcher, id))).isEqualTo(new SignedUp.Listed(1));
        assertThat(in(() -> invitees.of(id)).getLast().school()).isNull();
        SignUps.Offer mine = in(() -> signUps.offers(researcher)).mine().stream()
                .filter(each -> each.occasion().id().equals(id)).findFirst().orElseThrow();
        assertThat(mine.self()).satisfies(self -> assertThat(self.waiting()).isEqualTo(1));
        assertThat(in(() -> signUps.leave(researcher, id))).isEqualTo(new SignedUp.Left(0));
        Actor other = researcher(community, "<>");
        assertThat(in(() -> signUps.signUp(other, id))).isInstanceOf(SignedUp.Absent.class);
    }

    private Actor researcher(UUID community, String which) {
        UUID person = ids("SELECT person FROM staff.posting WHERE role = 'RESEARCHER' AND to_day IS NULL AND community "
                + which + " '" + community + "' ORDER BY person").getFirst();
        UUID home = ids("SELECT community FROM staff.posting WHERE role = 'RESEARCHER' AND person = '" + person + "'")
                .getFirst();
        return new Actor(person, person, "示例", Set.of(Posting.inCommunity(Role.RESEARCHER, home)));
    }

    @Test
    void ofTwoWhoTakeTheLastPlaceAtOnceOneWaits() throws Exception {
        UUID id = announced("1");
        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < ROUNDS; round++) {
                CyclicBarrier barrier = new CyclicBarrier(2);
                List<Future<SignedUp>> both = List.of(0, 1).stream().map(teacher -> people.submit(() -> {
                    barrier.await();
                    return signUp(teacher, id);
                })).toList();
                assertThat(List.of(both.get(0).get(), both.get(1).get()))
                        .containsExactlyInAnyOrder(new SignedUp.Listed(0), new SignedUp.Listed(1));
                for (int teacher = 0; teacher < 2; teacher++) {
                    Actor who = teachers.get(teacher);
                    assertThat(in(() -> signUps.leave(who, id))).isInstanceOf(SignedUp.Left.class);
                }
            }
        }
        assertThat(list(id)).isEmpty();
    }

    @Test
    void whatWasAnnouncedMovesOnlyWithAReasonAndItsPeopleStay() {
        UUID id = announced("");
        assertThat(signUp(0, id)).isEqualTo(new SignedUp.Listed(0));
        assertThat(((Outcome.Bad) in(() -> activities.change(clerk(), id, 1, entry(id, "2024-12-20")))).errors())
                .extracting(FieldError::key).containsExactly("occasion.error.moving");
        assertThat(((Outcome.Bad) in(() -> moving.move(clerk(), id, 1,
                new MovingEntry("2024-12-19", "", lead.toString(), "")))).errors()).extracting(FieldError::field)
                .contains("reason");
        assertThat(in(() -> moving.move(teachers.get(1), id, 1,
                new MovingEntry("2024-12-20", "pm", lead.toString(), "停电")))).isInstanceOf(Outcome.No.class);
        assertThat(in(() -> moving.move(clerk(), id, 1, new MovingEntry("2024-12-20", "pm", lead.toString(), "停电"))))
                .isInstanceOf(Outcome.Done.class);
        SignUps.Offer offer = in(() -> signUps.offers(teachers.get(0))).mine().stream()
                .filter(each -> each.occasion().id().equals(id)).findFirst().orElseThrow();
        assertThat(offer.moved()).isNotNull().satisfies(moved -> {
            assertThat(moved.from().day()).isEqualTo("2024-12-19");
            assertThat(moved.to().day()).isEqualTo("2024-12-20");
            assertThat(moved.reason()).isEqualTo("停电");
        });
        assertThat(in(() -> announcements.takeBack(clerk(), id, 2, ""))).isInstanceOf(Outcome.Bad.class);
        assertThat(in(() -> announcements.takeBack(clerk(), id, 2, "换人上"))).isInstanceOf(Outcome.Done.class);
        assertThat(signUp(1, id)).isInstanceOf(SignedUp.No.class);
        assertThat(list(id)).containsExactly("0:0");
        Actor elsewhere = new Actor(new UUID(8, 8), null, "示例", Set.of(Posting.atSchool(Role.TEACHER,
                ids("SELECT id FROM school.school WHERE name = '龙津实验学校'").getFirst())));
        assertThat(in(() -> signUps.signUp(elsewhere, id))).isInstanceOf(SignedUp.Absent.class);
    }
}
