package org.jiaogongti.platform.advice.store;

import static org.jiaogongti.platform.advice.store.Rows.at;
import static org.jiaogongti.platform.advice.store.Rows.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.advice.InvitationLink;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One-time links of advisers, by the hash of what opens them. */
@Repository
public class LinkStore {

    private static final String SELECT = "select id, adviser, occasion, last_day, made_by, made_on, opened_at, revoked_at is not null as revoked from advice.link";

    private final JdbcClient jdbc;

    LinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(InvitationLink link, byte[] token) {
        jdbc.sql("""
                insert into advice.link (id, adviser, occasion, token_hash, last_day, made_by, made_on)
                values (:id, :adviser, :occasion::uuid, :token, :last, :by, :on)
                """).param("id", link.id()).param("adviser", link.adviser()).param("occasion", text(link.occasion()))
                .param("token", token).param("last", link.last()).param("by", link.madeBy())
                .param("on", link.madeOn()).update();
    }

    /** An adviser's links, the newest first. */
    public List<InvitationLink> of(UUID adviser) {
        return jdbc.sql(SELECT + " where adviser = :adviser order by made_on desc, id desc").param("adviser", adviser)
                .query(LinkStore::link).list();
    }

    public Optional<InvitationLink> byToken(byte[] token) {
        return jdbc.sql(SELECT + " where token_hash = :token").param("token", token).query(LinkStore::link).optional();
    }

    /** The link that this device took. */
    public Optional<InvitationLink> byDevice(UUID id, byte[] device) {
        return jdbc.sql(SELECT + " where id = :id and device_hash = :device").param("id", id).param("device", device)
                .query(LinkStore::link).optional();
    }

    /** False when another device was first. */
    public boolean take(UUID id, byte[] device, Instant now) {
        return jdbc.sql("""
                update advice.link set device_hash = :device, opened_at = :now
                 where id = :id and device_hash is null and revoked_at is null
                """).param("id", id).param("device", device).param("now", at(now)).update() == 1;
    }

    /** False when it is another adviser's, or revoked already. */
    public boolean revoke(UUID adviser, UUID id, Instant now) {
        return jdbc.sql("""
                update advice.link set revoked_at = :now where id = :id and adviser = :adviser and revoked_at is null
                """).param("id", id).param("adviser", adviser).param("now", at(now)).update() == 1;
    }

    private static InvitationLink link(ResultSet row, int n) throws SQLException {
        OffsetDateTime opened = row.getObject("opened_at", OffsetDateTime.class);
        return new InvitationLink(row.getObject("id", UUID.class), row.getObject("adviser", UUID.class),
                row.getObject("occasion", UUID.class), row.getObject("last_day", LocalDate.class),
                row.getString("made_by"), row.getObject("made_on", LocalDate.class),
                opened == null ? null : opened.toInstant(), row.getBoolean("revoked"));
    }
}
