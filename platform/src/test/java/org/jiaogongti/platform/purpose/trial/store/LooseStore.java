package org.jiaogongti.platform.purpose.trial.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A store that reads pupil data without access: the rule must find it. */
public class LooseStore {

    private final JdbcClient jdbc;

    public LooseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Integer> everything() {
        return jdbc.sql("select score from trial.score").query((row, n) -> row.getInt(1)).list();
    }
}
