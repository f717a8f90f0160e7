package org.jiaogongti.platform.access.store;

import java.util.List;
import org.jiaogongti.platform.access.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shared table of districts. */
@Repository
public class DistrictStore {

    private final JdbcClient jdbc;

    DistrictStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<District> all() {
        return jdbc.sql("select code from access.district order by code")
                .query((row, n) -> new District(row.getString("code"))).list();
    }
}
