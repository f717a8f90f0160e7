package org.jiaogongti.platform.reminder.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jiaogongti.platform.reminder.Due.Matter;
import org.jiaogongti.platform.reminder.Reminder;
import org.jiaogongti.platform.reminder.Stage;
import org.jiaogongti.platform.reminder.model.Plan.Sent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People's messages, what was told, and who pressed the button. */
@Repository
public class ReminderStore {

    private static final String REMINDERS = """
            select id, account, kind, matter, stage, title, path, due, words, was, pressed_by, at, read_at, settled_at
            from reminder.reminder
            """;

    private final JdbcClient jdbc;

    ReminderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who pressed the button about a matter, and until when nobody may again. */
    public record Press(UUID by, Instant at, Instant again) {}

    /** The same to some people: only who they are differs. */
    public void add(List<Reminder> same) {
        Reminder reminder = same.getFirst();
        jdbc.sql(
                """
                        insert into reminder.reminder (id, account, kind, matter, stage, title, path, due, news, words, was,
                                                       pressed_by, at)
                        select id, account, :kind, :matter, :stage, :title, :path, :due, :news, :words, :was::date, :by::uuid, :at
                          from unnest(:ids::uuid[], :accounts::uuid[]) as who (id, account)
                        """)
                .param("ids", texts(same, Reminder::id)).param("accounts", texts(same, Reminder::account))
                .param("kind", reminder.matter().kind()).param("matter", reminder.matter().id())
                .param("stage", reminder.stage().code()).param("title", reminder.title()).param("path", reminder.path())
                .param("due", reminder.due()).param("news", reminder.isNews()).param("words", reminder.words())
                .param("was", reminder.was(), Types.DATE).param("by", reminder.pressedBy(), Types.OTHER)
                .param("at", at(reminder.at())).update();
    }

    private static String[] texts(List<Reminder> reminders, Function<Reminder, UUID> of) {
        return reminders.stream().map(each -> of.apply(each).toString()).toArray(String[]::new);
    }

    /** News about something are over for some people. */
    public void settle(Matter matter, Collection<UUID> accounts, Instant now) {
        jdbc.sql("""
                update reminder.reminder set settled_at = :at
                where news and kind = :kind and matter = :matter and account = any (:accounts::uuid[])
                  and settled_at is null
                """).param("at", at(now)).param("kind", matter.kind()).param("matter", matter.id())
                .param("accounts", accounts.stream().map(UUID::toString).toArray(String[]::new)).update();
    }

    /** News end with their day. */
    public int settleNews(LocalDate before, Instant now) {
        return jdbc.sql(
                "update reminder.reminder set settled_at = :at where news and due < :before and settled_at is null")
                .param("at", at(now)).param("before", before).update();
    }

    /** False where it was told already. */
    public boolean tell(Matter matter, String stage, @Nullable UUID school, LocalDate monday, Instant now) {
        return jdbc.sql("""
                insert into reminder.told (kind, matter, stage, school, monday, at)
                values (:kind, :matter, :stage, :school, :monday, :at) on conflict do nothing
                """).param("kind", matter.kind()).param("matter", matter.id()).param("stage", stage)
                .param("school", school).param("monday", monday).param("at", at(now)).update() == 1;
    }

    public Set<Sent> told(Collection<Matter> matters) {
        Set<Sent> told = new HashSet<>();
        jdbc.sql("""
                select t.kind, t.matter, t.stage from reminder.told t
                join unnest(:kinds::text[], :ids::text[]) as asked (kind, matter) using (kind, matter)
                where t.stage not like 'PRESSED%'
                """).param("kinds", matters.stream().map(Matter::kind).toArray(String[]::new))
                .param("ids", matters.stream().map(Matter::id).toArray(String[]::new)).query(row -> {
                    told.add(new Sent(new Matter(row.getString(1), row.getString(2)), Stage.of(row.getString(3))));
                });
        return told;
    }

    /** How many reminders each school has had in a week. */
    public Map<UUID, Integer> week(LocalDate monday) {
        Map<UUID, Integer> week = new HashMap<>();
        jdbc.sql("""
                select school, count(*) from reminder.told where monday = :monday and school is not null group by school
                """).param("monday", monday).query(row -> {
            week.put(row.getObject(1, UUID.class), row.getInt(2));
        });
        return week;
    }

    /** Of several who look at a school's week at one moment, one after the other; to the end of the transaction. */
    public void queueUp() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('reminder ' || current_setting('jgt.district'), 0))")
                .query(row -> {});
    }

    /** False where somebody has pressed within the time. */
    public boolean press(UUID id, Matter matter, UUID by, Instant now, Instant again) {
        return jdbc.sql("""
                insert into reminder.press (id, kind, matter, pressed_by, pressed_at, again_at)
                values (:id, :kind, :matter, :by, :at, :again) on conflict do nothing
                """).param("id", id).param("kind", matter.kind()).param("matter", matter.id()).param("by", by)
                .param("at", at(now)).param("again", at(again)).update() == 1;
    }

    /** The last press of each matter that has one. */
    public Map<Matter, Press> lastPresses(Collection<Matter> matters) {
        Map<Matter, Press> presses = new HashMap<>();
        jdbc.sql("""
                select distinct on (p.kind, p.matter) p.kind, p.matter, p.pressed_by, p.pressed_at, p.again_at
                  from reminder.press p
                  join unnest(:kinds::text[], :ids::text[]) as asked (kind, matter) using (kind, matter)
                 order by p.kind, p.matter, p.pressed_at desc
                """).param("kinds", matters.stream().map(Matter::kind).toArray(String[]::new))
                .param("ids", matters.stream().map(Matter::id).toArray(String[]::new)).query(row -> {
                    presses.put(new Matter(row.getString(1), row.getString(2)),
                            new Press(row.getObject(3, UUID.class), row.getObject(4, OffsetDateTime.class).toInstant(),
                                    row.getObject(5, OffsetDateTime.class).toInstant()));
                });
        return presses;
    }

    public Optional<Press> lastPress(Matter matter) {
        return jdbc.sql("""
                select pressed_by, pressed_at, again_at from reminder.press where kind = :kind and matter = :matter
                order by pressed_at desc limit 1
                """).param("kind", matter.kind()).param("matter", matter.id())
                .query((row, n) -> new Press(row.getObject(1, UUID.class),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Matters of which somebody has an unsettled message. */
    public List<Matter> unsettled() {
        return jdbc.sql("select distinct kind, matter from reminder.reminder where settled_at is null and not news")
                .query((row, n) -> new Matter(row.getString(1), row.getString(2))).list();
    }

    public int settle(Matter matter, Instant now) {
        return jdbc.sql("""
                update reminder.reminder set settled_at = :at
                where kind = :kind and matter = :matter and settled_at is null
                """).param("at", at(now)).param("kind", matter.kind()).param("matter", matter.id()).update();
    }

    /** One page of somebody's messages, newest first, after the last one shown. */
    public List<Reminder> page(UUID account, boolean unread, @Nullable UUID after, int limit) {
        return jdbc.sql(REMINDERS + """
                where account = :account
                """ + (unread ? " and read_at is null and settled_at is null" : "") + (after == null ? "" : """
                 and (at, id) < (select at, id from reminder.reminder where id = :after and account = :account)
                """) + " order by at desc, id desc limit :limit").param("account", account).param("after", after)
                .param("limit", limit).query(ReminderStore::reminder).list();
    }

    public int unread(UUID account, int most) {
        return jdbc.sql("""
                select count(*) from (select from reminder.reminder
                    where account = :account and read_at is null and settled_at is null limit :most) as counted
                """).param("account", account).param("most", most).query(Integer.class).single();
    }

    public Optional<Reminder> find(UUID account, UUID id) {
        return jdbc.sql(REMINDERS + " where id = :id and account = :account").param("id", id)
                .param("account", account).query(ReminderStore::reminder).optional();
    }

    public void read(UUID account, UUID id, Instant now) {
        jdbc.sql("update reminder.reminder set read_at = :at where id = :id and account = :account and read_at is null")
                .param("at", at(now)).param("id", id).param("account", account).update();
    }

    public int readAll(UUID account, Instant now) {
        return jdbc.sql("update reminder.reminder set read_at = :at where account = :account and read_at is null")
                .param("at", at(now)).param("account", account).update();
    }

    /** Accounts with news that no letter carries, and the first day that they are about. */
    public Map<UUID, LocalDate> unletteredNews() {
        Map<UUID, LocalDate> days = new HashMap<>();
        jdbc.sql("""
                select account, min(due) from reminder.reminder
                where news and letter is null and read_at is null and settled_at is null group by account
                """).query(row -> {
            days.put(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class));
        });
        return days;
    }

    /** Puts somebody's news into a letter. */
    public void encloseNews(UUID account, UUID letter) {
        jdbc.sql("""
                update reminder.reminder set letter = :letter
                where news and account = :account and letter is null and read_at is null and settled_at is null
                """).param("letter", letter).param("account", account).update();
    }

    /** Accounts with new messages that no letter carries. */
    public List<UUID> unlettered() {
        return jdbc.sql("""
                select distinct account from reminder.reminder
                where letter is null and read_at is null and settled_at is null
                """).query((row, n) -> row.getObject(1, UUID.class)).list();
    }

    /** Puts somebody's new messages into a letter. */
    public void enclose(UUID account, UUID letter) {
        jdbc.sql("""
                update reminder.reminder set letter = :letter
                where account = :account and letter is null and read_at is null and settled_at is null
                """).param("letter", letter).param("account", account).update();
    }

    /** What a letter carries that is still new, the most pressing first. */
    public List<Reminder> enclosed(UUID letter) {
        return jdbc
                .sql(REMINDERS + " where letter = :letter and read_at is null and settled_at is null order by due, at")
                .param("letter", letter).query(ReminderStore::reminder).list();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static Reminder reminder(ResultSet row, int n) throws SQLException {
        return new Reminder(row.getObject("id", UUID.class), row.getObject("account", UUID.class),
                new Matter(row.getString("kind"), row.getString("matter")), Stage.of(row.getString("stage")),
                row.getString("title"), row.getString("path"), row.getObject("due", LocalDate.class),
                row.getString("words"), row.getObject("was", LocalDate.class),
                row.getObject("pressed_by", UUID.class), row.getObject("at", OffsetDateTime.class).toInstant(),
                instant(row, "read_at"), instant(row, "settled_at"));
    }

    /** For what is gone for good. */
    public int erase(String kind, Collection<String> matters) {
        return matters.isEmpty()
                ? 0
                : jdbc.sql("delete from reminder.reminder where kind = :kind and matter = any(:matters)")
                        .param("kind", kind).param("matters", matters.toArray(String[]::new)).update();
    }
}
