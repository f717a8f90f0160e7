package org.jiaogongti.platform.access.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.access.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of remembered devices. */
@Repository
public class DeviceStore {

    private final JdbcClient jdbc;

    DeviceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A device that stays signed in. */
    public record DeviceRow(UUID id, String kind, Instant rememberedAt, Instant expiresAt) {}

    public void insert(District district, UUID account, DeviceRow device) {
        jdbc.sql("""
                INSERT INTO access.device (district, id, account_id, kind, remembered_at, expires_at)
                VALUES (:district, :id, :account, :kind, :now, :expires)
                """).param("district", district.code()).param("id", device.id()).param("account", account)
                .param("kind", device.kind()).param("now", AccountStore.at(device.rememberedAt()))
                .param("expires", AccountStore.at(device.expiresAt())).update();
    }

    /** Those that still count, the newest first. */
    public List<DeviceRow> of(UUID account, Instant now) {
        return jdbc.sql("""
                SELECT id, kind, remembered_at, expires_at FROM access.device
                WHERE account_id = :account AND revoked_at IS NULL AND expires_at > :now
                ORDER BY remembered_at DESC, id
                """).param("account", account).param("now", AccountStore.at(now))
                .query((rows, number) -> new DeviceRow(rows.getObject(1, UUID.class), rows.getString(2),
                        rows.getObject(3, OffsetDateTime.class).toInstant(),
                        rows.getObject(4, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Returns false when it is another account's, or no longer counted. */
    public boolean revoke(UUID account, UUID device, Instant now) {
        return jdbc.sql("""
                UPDATE access.device SET revoked_at = :now
                WHERE account_id = :account AND id = :device AND revoked_at IS NULL
                """).param("account", account).param("device", device).param("now", AccountStore.at(now))
                .update() == 1;
    }

    public void revokeAll(UUID account, Instant now) {
        jdbc.sql("UPDATE access.device SET revoked_at = :now WHERE account_id = :account AND revoked_at IS NULL")
                .param("account", account).param("now", AccountStore.at(now)).update();
    }
}
