package org.jiaogongti.platform.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of delegations. */
@Repository
public class DelegationStore {

    private final JdbcClient jdbc;

    DelegationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A role in another's hands from one day to another, both included. */
    public record DelegationRow(UUID id, UUID absent, UUID deputy, Posting posting, LocalDate first, LocalDate last) {}

    /** A delegation with the names of both. */
    public record NamedRow(DelegationRow row, String absent, String deputy) {}

    /** Returns false when it was made before. */
    public boolean insert(District district, DelegationRow row, UUID by, Instant now) {
        Posting posting = row.posting();
        return jdbc
                .sql("""
                        INSERT INTO access.delegation (district, id, absent, deputy, role, school_id, community_id, subject,
                                                       first_day, last_day, made_at, made_by)
                        VALUES (:district, :id, :absent, :deputy, :role, :school, :community, :subject, :first, :last, :now, :by)
                        ON CONFLICT DO NOTHING
                        """)
                .param("district", district.code()).param("id", row.id()).param("absent", row.absent())
                .param("deputy", row.deputy()).param("role", posting.role().name()).param("school", posting.schoolId())
                .param("community", posting.communityId()).param("subject", posting.subject())
                .param("first", row.first()).param("last", row.last()).param("now", AccountStore.at(now))
                .param("by", by).update() == 1;
    }

    /** Those that an account has given or got and that are not over. */
    public List<NamedRow> of(UUID account, LocalDate day) {
        return jdbc
                .sql("""
                        SELECT d.id, d.absent, d.deputy, d.role, d.school_id, d.community_id, d.subject, d.first_day, d.last_day,
                               a.name AS absent_name, p.name AS deputy_name
                        FROM access.delegation d
                        JOIN access.account a ON a.district = d.district AND a.id = d.absent
                        JOIN access.account p ON p.district = d.district AND p.id = d.deputy
                        WHERE (d.absent = :account OR d.deputy = :account) AND d.ended_at IS NULL AND d.last_day >= :day
                        ORDER BY d.first_day, d.id
                        """)
                .param("account", account).param("day", day).query(DelegationStore::named).list();
    }

    /** Returns false when it is not the account's own, or is over. */
    public boolean end(UUID absent, UUID id, UUID by, Instant now) {
        return jdbc.sql("""
                UPDATE access.delegation SET ended_at = :now, ended_by = :by
                WHERE id = :id AND absent = :absent AND ended_at IS NULL
                """).param("id", id).param("absent", absent).param("by", by).param("now", AccountStore.at(now))
                .update() == 1;
    }

    private static NamedRow named(ResultSet rows, int number) throws SQLException {
        DelegationRow row = new DelegationRow(rows.getObject("id", UUID.class), rows.getObject("absent", UUID.class),
                rows.getObject("deputy", UUID.class),
                new Posting(Role.valueOf(rows.getString("role")), rows.getObject("school_id", UUID.class),
                        rows.getObject("community_id", UUID.class), rows.getString("subject")),
                rows.getObject("first_day", LocalDate.class), rows.getObject("last_day", LocalDate.class));
        return new NamedRow(row, rows.getString("absent_name"), rows.getString("deputy_name"));
    }
}
