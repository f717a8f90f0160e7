package org.jiaogongti.platform.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose accounts hold what. */
@Repository
public class HolderStore {

    private final JdbcClient jdbc;

    HolderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A role in an account's hands.
     *
     * @param absent whose it is when it is only held for somebody; null when it is the account's own
     */
    public record Granted(UUID account, Posting posting, @Nullable UUID absent) {}

    /** Accounts that may sign in, by the person they belong to. */
    public Map<UUID, UUID> accounts(Collection<UUID> people) {
        Map<UUID, UUID> accounts = new HashMap<>();
        jdbc.sql("""
                SELECT person_id, id FROM access.account
                WHERE person_id = ANY(:people::uuid[]) AND disabled_at IS NULL
                """).param("people", texts(people)).query(row -> {
            accounts.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
        });
        return accounts;
    }

    public List<Granted> granted(Collection<Role> roles) {
        return jdbc.sql("""
                SELECT g.account_id AS account, g.role, g.school_id, g.community_id, g.subject, NULL::uuid AS absent
                FROM access.granted_role g JOIN access.account a ON a.district = g.district AND a.id = g.account_id
                WHERE g.role = ANY(:roles) AND g.ended_at IS NULL AND a.disabled_at IS NULL
                """).param("roles", words(roles)).query(HolderStore::granted).list();
    }

    /** Roles that others have put into an account's hands for a day. */
    public List<Granted> deputies(Collection<Role> roles, LocalDate day) {
        return jdbc.sql("""
                SELECT d.deputy AS account, d.role, d.school_id, d.community_id, d.subject, d.absent
                FROM access.delegation d JOIN access.account a ON a.district = d.district AND a.id = d.deputy
                WHERE d.role = ANY(:roles) AND d.ended_at IS NULL AND :day BETWEEN d.first_day AND d.last_day
                  AND a.disabled_at IS NULL
                """).param("roles", words(roles)).param("day", day).query(HolderStore::granted).list();
    }

    public Map<UUID, String> names(Collection<UUID> accounts) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql("SELECT id, name FROM access.account WHERE id = ANY(:ids::uuid[])").param("ids", texts(accounts))
                .query(row -> {
                    names.put(row.getObject(1, UUID.class), row.getString(2));
                });
        return names;
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private static String[] words(Collection<Role> roles) {
        return roles.stream().map(Role::name).toArray(String[]::new);
    }

    private static Granted granted(ResultSet row, int number) throws SQLException {
        return new Granted(row.getObject("account", UUID.class),
                new Posting(Role.valueOf(row.getString("role")), row.getObject("school_id", UUID.class),
                        row.getObject("community_id", UUID.class), row.getString("subject")),
                row.getObject("absent", UUID.class));
    }
}
