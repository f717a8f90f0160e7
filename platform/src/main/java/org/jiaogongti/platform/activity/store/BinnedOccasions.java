package org.jiaogongti.platform.activity.store;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Occasions on their way into the bin, and out of the database. */
@Repository
public class BinnedOccasions {

    /** Whatever belongs to an occasion; the database lets go of what is only added, since the occasion is in the bin. */
    private static final List<String> CHILDREN = List.of("part", "grade", "participant", "person", "moving", "step",
            "asked", "behalf", "pasted", "invitee", "announcement", "minutes", "field_value", "also_in");

    private final JdbcClient jdbc;

    BinnedOccasions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Shown in no list from now on, or shown as withdrawn again. */
    public void mark(Collection<UUID> occasions, boolean binned) {
        jdbc.sql("UPDATE activity.occasion SET binned = :binned WHERE id IN (:ids)").param("binned", binned)
                .param("ids", occasions).update();
    }

    /** Rows that went, by table. */
    public Map<String, Integer> erase(Collection<UUID> occasions) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        rows.put("activity.joined", jdbc.sql("""
                DELETE FROM activity.joined WHERE occasion IN (:ids) OR into_one IN (:ids)
                """).param("ids", occasions).update());
        for (String table : CHILDREN) {
            rows.put("activity." + table, jdbc.sql("DELETE FROM activity." + table + " WHERE occasion IN (:ids)")
                    .param("ids", occasions).update());
        }
        rows.put("activity.occasion", jdbc.sql("DELETE FROM activity.occasion WHERE id IN (:ids)")
                .param("ids", occasions).update());
        return rows;
    }
}
