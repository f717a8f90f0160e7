package org.jiaogongti.platform.evidence.store;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A district's files by hash, a portion at a time; the district is the transaction's. */
public final class FileRows {

    private static final int PORTION = 1_000;

    private final JdbcClient jdbc;

    public FileRows(DataSource connections) {
        this.jdbc = JdbcClient.create(connections);
    }

    /** Empty after the last one. */
    public List<String> after(String sha256) {
        return jdbc.sql("""
                SELECT sha256 FROM evidence.file WHERE sha256 > :after ORDER BY sha256 LIMIT :portion
                """).param("after", sha256).param("portion", PORTION).query((row, _) -> row.getString(1)).list();
    }
}
