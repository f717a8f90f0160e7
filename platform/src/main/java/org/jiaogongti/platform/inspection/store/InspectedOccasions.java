package org.jiaogongti.platform.inspection.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.bin.Attached;
import org.jiaogongti.platform.bin.Deleted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A record that was drawn for a sample stays as it was looked at. */
@Repository
class InspectedOccasions implements Attached {

    private final JdbcClient jdbc;

    InspectedOccasions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String word() {
        return "inspection";
    }

    @Override
    public Set<UUID> keeps(Collection<Deleted> things) {
        return new HashSet<>(jdbc.sql("""
                select occasion from inspection.drawn where occasion = any(:ids::uuid[])
                """).param("ids", Deleted.belongings(things)).query(UUID.class).list());
    }
}
