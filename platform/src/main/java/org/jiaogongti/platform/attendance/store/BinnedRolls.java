package org.jiaogongti.platform.attendance.store;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.bin.Attached;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who signed in at an occasion goes with it. */
@Repository
class BinnedRolls implements Attached {

    private final JdbcClient jdbc;

    BinnedRolls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String word() {
        return "attendance";
    }

    @Override
    public Map<String, Integer> erase(String kind, Collection<UUID> things) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (String table : new String[]{"arrival", "roll"}) {
            rows.put("attendance." + table, jdbc.sql("DELETE FROM attendance." + table + " WHERE occasion IN (:things)")
                    .param("things", things).update());
        }
        return rows;
    }
}
