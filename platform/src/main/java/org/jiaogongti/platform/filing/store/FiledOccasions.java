package org.jiaogongti.platform.filing.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.bin.Attached;
import org.jiaogongti.platform.bin.Deleted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was handed in about an occasion stays, and so does the occasion. */
@Repository
class FiledOccasions implements Attached {

    private final JdbcClient jdbc;

    FiledOccasions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String word() {
        return "filing";
    }

    @Override
    public Set<UUID> keeps(Collection<Deleted> things) {
        return new HashSet<>(jdbc.sql("""
                select occasion from filing.filing where occasion = any(:ids::uuid[])
                """).param("ids", Deleted.belongings(things)).query(UUID.class).list());
    }
}
