package org.jiaogongti.platform.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of roles that the bureau has given to accounts. */
@Repository
public class GrantStore {

    private final JdbcClient jdbc;

    GrantStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A role that holds now. */
    public record GrantRow(UUID id, UUID account, Posting posting) {}

    public void insert(District district, GrantRow grant, UUID by, Instant now) {
        Posting posting = grant.posting();
        jdbc.sql("""
                INSERT INTO access.granted_role (district, id, account_id, role, school_id, community_id, subject,
                                                 granted_at, granted_by)
                VALUES (:district, :id, :account, :role, :school, :community, :subject, :now, :by)
                """).param("district", district.code()).param("id", grant.id()).param("account", grant.account())
                .param("role", posting.role().name()).param("school", posting.schoolId())
                .param("community", posting.communityId()).param("subject", posting.subject())
                .param("now", AccountStore.at(now)).param("by", by).update();
    }

    /** Returns false when it had ended already, or is another account's. */
    public boolean end(UUID account, UUID id, UUID by, Instant now) {
        return jdbc.sql("""
                UPDATE access.granted_role SET ended_at = :now, ended_by = :by
                WHERE id = :id AND account_id = :account AND ended_at IS NULL
                """).param("id", id).param("account", account).param("by", by).param("now", AccountStore.at(now))
                .update() == 1;
    }

    public List<GrantRow> of(Collection<UUID> accounts) {
        if (accounts.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                SELECT id, account_id, role, school_id, community_id, subject FROM access.granted_role
                WHERE account_id IN (:accounts) AND ended_at IS NULL ORDER BY granted_at, id
                """).param("accounts", accounts).query(GrantStore::row).list();
    }

    /**
     * A posting that counts today.
     *
     * @param absent whose it is when it is only held for somebody; null when it is the account's own
     */
    public record HeldRow(Posting posting, @Nullable UUID absent) {}

    /** Roles given to an account, and those that others have put into its hands for today; one select for both. */
    public List<HeldRow> held(UUID account, LocalDate day) {
        return jdbc.sql("""
                SELECT role, school_id, community_id, subject, NULL::uuid AS absent FROM access.granted_role
                WHERE account_id = :account AND ended_at IS NULL
                UNION ALL
                SELECT role, school_id, community_id, subject, absent FROM access.delegation
                WHERE deputy = :account AND ended_at IS NULL AND :day BETWEEN first_day AND last_day
                """).param("account", account).param("day", day)
                .query((rows, number) -> new HeldRow(posting(rows), rows.getObject("absent", UUID.class))).list();
    }

    public Optional<GrantRow> byId(UUID account, UUID id) {
        return of(List.of(account)).stream().filter(grant -> grant.id().equals(id)).findFirst();
    }

    /**
     * Accounts that may sign in and hold a role of the whole district now; held to the end of the transaction, so that of two who
     * would each take the last but one away, the second sees what the first has done.
     */
    public Set<UUID> lockHolders(Role role) {
        return Set.copyOf(jdbc.sql("""
                SELECT g.account_id FROM access.granted_role g JOIN access.account a
                  ON a.district = g.district AND a.id = g.account_id
                WHERE g.role = :role AND g.ended_at IS NULL AND a.disabled_at IS NULL
                ORDER BY a.id, g.id FOR UPDATE
                """).param("role", role.name())
                .query((rows, number) -> rows.getObject(1, UUID.class)).list());
    }

    /** Everybody to whom a role of the whole district is given now, disabled or not; in the order of the giving. */
    public List<UUID> holders(Role role) {
        return jdbc.sql("""
                SELECT account_id FROM access.granted_role WHERE role = :role AND ended_at IS NULL
                GROUP BY account_id ORDER BY min(granted_at), account_id
                """).param("role", role.name()).query((rows, number) -> rows.getObject(1, UUID.class)).list();
    }

    private static GrantRow row(ResultSet rows, int number) throws SQLException {
        return new GrantRow(rows.getObject("id", UUID.class), rows.getObject("account_id", UUID.class),
                posting(rows));
    }

    private static Posting posting(ResultSet rows) throws SQLException {
        return new Posting(Role.valueOf(rows.getString("role")), rows.getObject("school_id", UUID.class),
                rows.getObject("community_id", UUID.class), rows.getString("subject"));
    }
}
