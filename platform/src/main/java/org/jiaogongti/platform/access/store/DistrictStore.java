package org.jiaogongti.platform.access.store;

import java.time.Instant;
import java.util.List;
import org.jiaogongti.platform.access.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the districts of this installation. */
@Repository
public class DistrictStore {

    private final JdbcClient jdbc;

    DistrictStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A district by its code and name. */
    public record DistrictRow(District district, String name) {}

    public List<DistrictRow> all() {
        return jdbc.sql("SELECT code, name FROM access.district ORDER BY code")
                .query((rows, number) -> new DistrictRow(new District(rows.getString(1)), rows.getString(2))).list();
    }

    public void insert(District district, String name, Instant now) {
        jdbc.sql("INSERT INTO access.district (code, name, created_at) VALUES (:code, :name, :now)")
                .param("code", district.code()).param("name", name).param("now", AccountStore.at(now)).update();
    }

    /** Lets one first visit at a time through; held to the end of the transaction. */
    public void lockFounding() {
        jdbc.sql("SELECT pg_advisory_xact_lock(7317330213)").query(rows -> {});
    }
}
