package org.jiaogongti.platform.reminder.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.reminder.Habit;
import org.jiaogongti.platform.reminder.MailServer;
import org.jiaogongti.platform.reminder.MailServer.Security;
import org.jiaogongti.platform.reminder.Robot;
import org.jiaogongti.platform.reminder.Rules;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the bureau and people have said about reminders. */
@Repository
public class RuleStore {

    private final JdbcClient jdbc;

    RuleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is kept sealed beside something. */
    @SuppressWarnings("ArrayRecordComponent") // as it lies in the table, read once and never compared
    public record SealedPair(byte[] first, byte @Nullable [] second) {}

    /** Somebody's habit and their sealed address, where they gave one. */
    @SuppressWarnings("ArrayRecordComponent")
    public record KeptHabit(UUID account, Habit habit, byte @Nullable [] address) {}

    public Rules rules() {
        Map<String, List<Integer>> leads = new HashMap<>();
        jdbc.sql("select sort, days from reminder.lead").query(row -> {
            leads.put(row.getString(1), numbers(row.getArray(2)));
        });
        return jdbc.sql("select usual, delay, ceiling from reminder.rules")
                .query((row, n) -> new Rules(leads, numbers(row.getArray(1)), row.getInt(2), row.getInt(3))).optional()
                .orElse(new Rules(leads, Rules.USUAL.usual(), Rules.USUAL.delay(), Rules.USUAL.ceiling()));
    }

    public void put(Rules rules) {
        jdbc.sql("""
                insert into reminder.rules (usual, delay, ceiling) values (:usual, :delay, :ceiling)
                on conflict (district) do update set usual = :usual, delay = :delay, ceiling = :ceiling
                """).param("usual", rules.usual().toArray(Integer[]::new)).param("delay", rules.delay())
                .param("ceiling", rules.ceiling()).update();
        jdbc.sql("delete from reminder.lead").update();
        rules.leads().forEach((sort, days) -> jdbc.sql("insert into reminder.lead (sort, days) values (:sort, :days)")
                .param("sort", sort).param("days", days.toArray(Integer[]::new)).update());
    }

    public Optional<MailServer> mailServer() {
        return jdbc.sql("select host, port, security, login, sender from reminder.mail_server")
                .query((row, n) -> new MailServer(row.getString(1), row.getInt(2), Security.valueOf(row.getString(3)),
                        row.getString(4), row.getString(5)))
                .optional();
    }

    public Optional<byte[]> mailSecret() {
        return jdbc.sql("select secret from reminder.mail_server where secret is not null")
                .query((row, n) -> row.getBytes(1)).optional();
    }

    public void put(MailServer server, byte @Nullable [] secret) {
        jdbc.sql("""
                insert into reminder.mail_server (host, port, security, login, secret, sender)
                values (:host, :port, :security, :login, :secret, :sender)
                on conflict (district) do update set host = :host, port = :port, security = :security, login = :login,
                    secret = :secret, sender = :sender
                """).param("host", server.host()).param("port", server.port())
                .param("security", server.security().name()).param("login", server.login()).param("secret", secret)
                .param("sender", server.sender()).update();
    }

    public boolean dropMailServer() {
        return jdbc.sql("delete from reminder.mail_server").update() == 1;
    }

    public List<Robot> robots() {
        return jdbc.sql("""
                select id, name, kind, school, tells_at, made_at, ended_at from reminder.robot
                where ended_at is null order by made_at
                """).query(RuleStore::robot).list();
    }

    public Optional<Robot> robot(UUID id) {
        return robots().stream().filter(robot -> robot.id().equals(id)).findFirst();
    }

    public Optional<SealedPair> robotSecrets(UUID id) {
        return jdbc.sql("select address_secret, secret from reminder.robot where id = :id").param("id", id)
                .query((row, n) -> new SealedPair(row.getBytes(1), row.getBytes(2))).optional();
    }

    public void add(Robot robot, byte[] address, byte @Nullable [] secret, UUID by) {
        jdbc.sql("""
                insert into reminder.robot (id, name, kind, address_secret, secret, school, tells_at, made_by, made_at)
                values (:id, :name, :kind, :address, :secret, :school, :at, :by, :made)
                """).param("id", robot.id()).param("name", robot.name()).param("kind", robot.kind().name())
                .param("address", address).param("secret", secret).param("school", robot.school())
                .param("at", robot.tellsAt()).param("by", by).param("made", robot.made().atOffset(ZoneOffset.UTC))
                .update();
    }

    public boolean endRobot(UUID id, Instant now) {
        return jdbc.sql("update reminder.robot set ended_at = :now where id = :id and ended_at is null")
                .param("now", now.atOffset(ZoneOffset.UTC)).param("id", id).update() == 1;
    }

    public Optional<KeptHabit> habit(UUID account) {
        return jdbc.sql("select account, email, mail, digest, quiet_from, quiet_to from reminder.habit "
                + "where account = :account").param("account", account).query(RuleStore::habit).optional();
    }

    /** Of everybody who wants letters. */
    public List<KeptHabit> letters() {
        return jdbc.sql("select account, email, mail, digest, quiet_from, quiet_to from reminder.habit where mail")
                .query(RuleStore::habit).list();
    }

    public void put(UUID account, Habit habit, byte @Nullable [] address) {
        jdbc.sql("""
                insert into reminder.habit (account, email, mail, digest, quiet_from, quiet_to)
                values (:account, :address, :mail, :digest, :from, :to)
                on conflict (district, account) do update set email = :address, mail = :mail, digest = :digest,
                    quiet_from = :from, quiet_to = :to
                """).param("account", account).param("address", address).param("mail", habit.mail())
                .param("digest", habit.digest()).param("from", habit.quietFrom()).param("to", habit.quietTo())
                .update();
    }

    private static Robot robot(ResultSet row, int n) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Robot(row.getObject("id", UUID.class), row.getString("name"),
                Robot.Kind.valueOf(row.getString("kind")), row.getObject("school", UUID.class),
                row.getObject("tells_at", LocalTime.class), row.getObject("made_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }

    private static KeptHabit habit(ResultSet row, int n) throws SQLException {
        return new KeptHabit(row.getObject("account", UUID.class),
                new Habit(row.getBoolean("mail"), row.getObject("digest", LocalTime.class),
                        row.getObject("quiet_from", LocalTime.class), row.getObject("quiet_to", LocalTime.class)),
                row.getBytes("email"));
    }

    private static List<Integer> numbers(Array array) throws SQLException {
        return Arrays.stream((Integer[]) array.getArray()).toList();
    }
}
