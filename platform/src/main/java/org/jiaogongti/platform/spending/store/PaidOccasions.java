package org.jiaogongti.platform.spending.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.bin.Attached;
import org.jiaogongti.platform.bin.Deleted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Money that was asked for because of an occasion keeps the occasion as its reason. */
@Repository
class PaidOccasions implements Attached {

    private final JdbcClient jdbc;

    PaidOccasions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String word() {
        return "spending";
    }

    @Override
    public Set<UUID> keeps(Collection<Deleted> things) {
        return new HashSet<>(jdbc.sql("""
                select occasion from spending.expense where occasion = any(:ids::uuid[])
                """).param("ids", Deleted.belongings(things)).query(UUID.class).list());
    }
}
