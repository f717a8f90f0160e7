package org.jiaogongti.platform.advice.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.bin.Attached;
import org.jiaogongti.platform.bin.Deleted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What an adviser wrote about an occasion, or what was done at it with their advice, keeps the occasion. */
@Repository
class AdvisedOccasions implements Attached {

    private final JdbcClient jdbc;

    AdvisedOccasions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String word() {
        return "advice";
    }

    @Override
    public Set<UUID> keeps(Collection<Deleted> things) {
        return new HashSet<>(jdbc.sql("""
                select occasion from advice.visit where occasion = any(:ids::uuid[]) and written_on is not null
                union select occasion from advice.step where occasion = any(:ids::uuid[])
                """).param("ids", Deleted.belongings(things)).query(UUID.class).list());
    }
}
