package org.jiaogongti.platform.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Actors;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.activity.Activities;
import org.jiaogongti.platform.activity.ActivityRecords;
import org.jiaogongti.platform.activity.Invitee;
import org.jiaogongti.platform.activity.OccasionEntry;
import org.jiaogongti.platform.activity.OccasionLives;
import org.jiaogongti.platform.activity.OccasionLives.By;
import org.jiaogongti.platform.activity.OccasionLives.Came;
import org.jiaogongti.platform.activity.OccasionLives.Life;
import org.jiaogongti.platform.activity.Outcome;
import org.jiaogongti.platform.staff.People;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A lesson of today of the sample principal's school, to which three people are expected from there and three from a member
 * school. It is taken back afterwards with all that was signed.
 */
public final class AttendedLesson {

    public static final District DISTRICT = new District("330213");

    private final Activities activities;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Actor principal;
    private final UUID occasion;
    private final List<Expected> expected;

    /** Whom and what the district has. */
    public record Around(ActivityRecords records, RollHistory history, OccasionLives lives, People people,
            Actors actors) {}

    public AttendedLesson(Activities activities, Around around, JdbcClient jdbc, TransactionTemplate transaction) {
        this.activities = activities;
        this.jdbc = jdbc;
        this.transaction = transaction;
        UUID account = in(() -> jdbc.sql("SELECT id FROM access.account WHERE name = '示例校长03'").query(UUID.class)
                .single());
        principal = Scope.call(DISTRICT, () -> around.actors().ofAccount(account)).orElseThrow();
        UUID own = principal.schools(Role.PRINCIPAL).iterator().next();
        var ground = Scope.call(DISTRICT, around.records()::ground);
        UUID community = ground.membership(own, ground.today()).orElseThrow().community();
        UUID member = ground.schoolsOf(community, ground.today()).stream().map(school -> school.id())
                .filter(school -> !school.equals(own)).findFirst().orElseThrow();
        OccasionEntry entry = new OccasionEntry(UUID.randomUUID(), own.toString(), "2024-11-20", "am-2",
                own.toString(), own.toString(), "BACKBONE", "示例教师03", "demonstration-lesson",
                Map.of("demonstration-lesson", "1"), "科学", List.of("五"), "", "签到试一试",
                new LinkedHashMap<>(Map.of(own.toString(), "3", member.toString(), "3")), "no");
        Outcome outcome = Scope.call(DISTRICT, () -> activities.record(principal, entry, List.of()));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        occasion = ((Outcome.Done) outcome).id();
        Instant now = Instant.parse("2024-11-18T01:00:00Z");
        By host = new By(account, "示例", LocalDate.of(2024, 11, 18), now);
        List<Came> came = new ArrayList<>();
        for (UUID school : List.of(own, member)) {
            Scope.call(DISTRICT, () -> around.people().atSchool(school, ground.today())).stream().limit(3)
                    .forEach(one -> came.add(new Came(one.id(), school, Invitee.Way.INVITED, host, null)));
        }
        in(() -> {
            around.lives().takeOver(List.of(new Life(occasion, came)));
            return true;
        });
        expected = Scope.call(DISTRICT, () -> around.history().expected(occasion));
        assertThat(expected).hasSize(6);
    }

    /** What a transaction of the district gives. */
    private <T> T in(java.util.function.Supplier<T> work) {
        return Scope.call(DISTRICT, () -> transaction.execute(_ -> work.get()));
    }

    public Actor principal() {
        return principal;
    }

    public UUID id() {
        return occasion;
    }

    public List<Expected> expected() {
        return expected;
    }

    public String at() {
        return "/activities/" + occasion + "/attendance";
    }

    <T> List<T> list(Class<T> type, String sql) {
        return in(() -> jdbc.sql(sql).param("id", occasion).query(type).list());
    }

    <T> T one(Class<T> type, String sql) {
        return in(() -> jdbc.sql(sql).param("id", occasion).query(type).single());
    }

    public int rows(String state) {
        return one(Integer.class,
                "SELECT count(*)::int FROM attendance.arrival WHERE occasion = :id AND state = '" + state + "'");
    }

    /** Of the sample world's rolls today's. */
    public UUID sampleRoll() {
        return one(UUID.class,
                "SELECT occasion FROM attendance.roll WHERE on_day = '2024-11-20' AND occasion <> :id");
    }

    /** Its roll was left open the day before. */
    void wasYesterday() {
        in(() -> jdbc.sql("UPDATE attendance.roll SET on_day = '2024-11-19' WHERE occasion = :id")
                .param("id", occasion).update());
    }

    /** A researcher is invited besides. */
    void expect(UUID researcher) {
        in(() -> jdbc.sql("""
                INSERT INTO activity.invitee (occasion, number, person, school, way, actor, on_day, at)
                VALUES (:id, 7, :person, NULL, 'INVITED', :person, '2024-11-18', now())
                """).param("id", occasion).param("person", researcher).update());
    }

    public void takeBack() {
        int version = one(Integer.class, "SELECT version FROM activity.occasion WHERE id = :id");
        assertThat(Scope.call(DISTRICT, () -> activities.withdraw(principal, occasion, version, "试完了")))
                .isInstanceOf(Outcome.Done.class);
        in(() -> jdbc.sql("DELETE FROM attendance.arrival WHERE occasion = :id").param("id", occasion).update());
        in(() -> jdbc.sql("DELETE FROM activity.invitee WHERE occasion = :id").param("id", occasion).update());
        in(() -> jdbc.sql("DELETE FROM attendance.roll WHERE occasion = :id").param("id", occasion).update());
        in(() -> jdbc.sql("DELETE FROM attendance.phone WHERE person IN (:people)")
                .param("people", expected.stream().map(Expected::person).toList()).update());
    }
}
