package org.jiaogongti.platform.register.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.bin.Attached;
import org.jiaogongti.platform.bin.Deleted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** An occasion that a register names as work done stays. */
@Repository
class WorkedOccasions implements Attached {

    private final JdbcClient jdbc;

    WorkedOccasions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String word() {
        return "register";
    }

    @Override
    public Set<UUID> keeps(Collection<Deleted> things) {
        return new HashSet<>(jdbc.sql("""
                select occasion from register.joint_work where occasion = any(:ids::uuid[])
                """).param("ids", Deleted.belongings(things)).query(UUID.class).list());
    }
}
