package org.jiaogongti.platform.api.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.api.Delivery;
import org.jiaogongti.platform.api.Topic;
import org.jiaogongti.platform.api.Webhook;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Receivers and their messages. */
@Repository
public class WebhookStore {

    private static final String WEBHOOKS = "select id, name, url, topics, made_at, seen, ended_at, gone from api.webhook";

    private static final String DELIVERIES = """
            select id, webhook, line, body, made_at, tries, due_at, status, done_at from api.delivery
            """;

    private final JdbcClient jdbc;

    WebhookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Webhook> all() {
        return jdbc.sql(WEBHOOKS + " order by ended_at nulls first, made_at desc").query(WebhookStore::webhook).list();
    }

    public void insert(Webhook webhook, byte[] secret, UUID by) {
        jdbc.sql("""
                insert into api.webhook (id, name, url, topics, secret, made_by, made_at, seen)
                values (:id, :name, :url, :topics::text[], :secret, :by, :at, :seen)
                """).param("id", webhook.id()).param("name", webhook.name()).param("url", webhook.url())
                .param("topics", webhook.topics().stream().map(Topic::name).sorted().toArray(String[]::new))
                .param("secret", secret).param("by", by).param("at", at(webhook.made())).param("seen", webhook.seen())
                .update();
    }

    public boolean end(UUID id, Instant at, boolean gone) {
        jdbc.sql("update api.delivery set due_at = null where webhook = :id and due_at is not null").param("id", id)
                .update();
        return jdbc.sql("update api.webhook set ended_at = :at, gone = :gone where id = :id and ended_at is null")
                .param("at", at(at)).param("gone", gone).param("id", id).update() == 1;
    }

    /** Those that are told; another server that looks at one of them at this moment has it. */
    public List<Webhook> take() {
        return jdbc.sql(WEBHOOKS + " where ended_at is null order by id for update skip locked")
                .query(WebhookStore::webhook).list();
    }

    public void seen(UUID id, long line) {
        jdbc.sql("update api.webhook set seen = :line where id = :id").param("line", line).param("id", id).update();
    }

    public byte[] secret(UUID id) {
        return jdbc.sql("select secret from api.webhook where id = :id").param("id", id)
                .query((row, n) -> row.getBytes("secret")).single();
    }

    public void add(Delivery delivery) {
        jdbc.sql("""
                insert into api.delivery (webhook, line, id, body, made_at, due_at)
                values (:webhook, :line, :id, :body, :at, :at) on conflict do nothing
                """).param("webhook", delivery.webhook()).param("line", delivery.line()).param("id", delivery.id())
                .param("body", delivery.body()).param("at", at(delivery.made())).update();
    }

    /** The newest of each receiver. */
    public List<Delivery> latest(int each) {
        return jdbc.sql("""
                select d.* from api.webhook w cross join lateral (
                """ + DELIVERIES + """
                    where webhook = w.id order by line desc limit :each) d order by d.line desc
                """).param("each", each).query(WebhookStore::delivery).list();
    }

    /** Those to be sent now, kept from other servers until a moment. */
    public List<Delivery> claim(Instant now, Instant until, int most) {
        return jdbc.sql("""
                update api.delivery set due_at = :until where (webhook, line) in (
                    select webhook, line from api.delivery where due_at <= :now order by due_at, line limit :most
                    for update skip locked)
                returning id, webhook, line, body, made_at, tries, due_at, status, done_at
                """).param("until", at(until)).param("now", at(now)).param("most", most)
                .query(WebhookStore::delivery).list();
    }

    public void sent(UUID id, @Nullable Integer status, @Nullable Instant done, @Nullable Instant due) {
        jdbc.sql("""
                update api.delivery set tries = tries + 1, status = :status, done_at = :done, due_at = :due
                where id = :id and done_at is null
                """).param("status", status, Types.INTEGER)
                .param("done", done == null ? null : at(done), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("due", due == null ? null : at(due), Types.TIMESTAMP_WITH_TIMEZONE).param("id", id).update();
    }

    /** Sends one that was given up once more; false where there is none such. */
    public boolean again(UUID id, Instant at) {
        return jdbc.sql("""
                update api.delivery set due_at = :at, tries = 0 where id = :id and done_at is null and due_at is null
                    and exists (select from api.webhook w where w.id = webhook and w.ended_at is null)
                """).param("at", at(at)).param("id", id).update() == 1;
    }

    public Optional<UUID> webhookOf(UUID delivery) {
        return jdbc.sql("select webhook from api.delivery where id = :id").param("id", delivery).query(UUID.class)
                .optional();
    }

    /** What has arrived, or was given up, before a day is nobody's business any more. */
    public void forget(Instant before) {
        jdbc.sql("delete from api.delivery where due_at is null and made_at < :before").param("before", at(before))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static Webhook webhook(ResultSet row, int n) throws SQLException {
        String[] topics = (String[]) row.getArray("topics").getArray();
        return new Webhook(row.getObject("id", UUID.class), row.getString("name"), row.getString("url"),
                Arrays.stream(topics).map(Topic::valueOf).collect(Collectors.toSet()),
                row.getObject("made_at", OffsetDateTime.class).toInstant(), row.getLong("seen"),
                instant(row, "ended_at"), row.getBoolean("gone"));
    }

    private static Delivery delivery(ResultSet row, int n) throws SQLException {
        return new Delivery(row.getObject("id", UUID.class), row.getObject("webhook", UUID.class), row.getLong("line"),
                row.getString("body"), row.getObject("made_at", OffsetDateTime.class).toInstant(), row.getInt("tries"),
                instant(row, "due_at"), row.getObject("status", Integer.class), instant(row, "done_at"));
    }
}
