package org.jiaogongti.platform.purpose.store;

import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.purpose.PupilViews.Kind;
import org.jiaogongti.platform.purpose.PupilViews.Viewing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The view log; only ever added to. */
@Repository
public class ViewingStore {

    private final JdbcClient jdbc;

    ViewingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Viewing viewing, byte[] query) {
        jdbc.sql(
                """
                        insert into purpose.viewing (line, purpose, account, kind, query_digest, how_many, why, viewed_on, viewed_at)
                        values (:line, :purpose, :account, :kind, :query, :pupils, :why, :on, :at)
                        """)
                .param("line", viewing.line()).param("purpose", viewing.purpose())
                .param("account", viewing.account()).param("kind", viewing.kind().name()).param("query", query)
                .param("pupils", viewing.pupils()).param("why", viewing.why()).param("on", viewing.on())
                .param("at", viewing.at().atOffset(ZoneOffset.UTC)).update();
    }

    /** Newest first, before a line. */
    public List<Viewing> page(@Nullable Long before, int size) {
        return jdbc.sql("""
                select line, purpose, account, kind, how_many, why, viewed_on, viewed_at from purpose.viewing
                where :before::bigint is null or line < :before order by line desc limit :size
                """).param("before", before, Types.BIGINT).param("size", size)
                .query((row, n) -> new Viewing(row.getLong("line"), row.getObject("purpose", UUID.class),
                        row.getObject("account", UUID.class), Kind.valueOf(row.getString("kind")),
                        row.getInt("how_many"), row.getString("why"), row.getObject("viewed_on", LocalDate.class),
                        row.getObject("viewed_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
