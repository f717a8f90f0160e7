package org.jiaogongti.platform.community.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.community.CoverageException;
import org.jiaogongti.platform.community.CoverageException.Allows;
import org.jiaogongti.platform.community.CoverageException.End;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Exceptions from full coverage. */
@Repository
public class CoverageStore {

    private static final String SELECT = """
            select c.id, c.school, c.allows, c.from_day, c.to_day, c.reason, c.document, c.decided_by, c.decided_on,
                e.ended_on, e.reason as end_reason
            from community.coverage_exception c left join community.coverage_exception_end e on e.exception = c.id
            """;

    private final JdbcClient jdbc;

    CoverageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest decision first. */
    public List<CoverageException> all() {
        return jdbc.sql(SELECT + " order by c.decided_on desc, c.id desc").query(CoverageStore::exception).list();
    }

    public Optional<CoverageException> find(UUID id) {
        return jdbc.sql(SELECT + " where c.id = :id").param("id", id).query(CoverageStore::exception).optional();
    }

    public void insert(CoverageException exception, UUID by, Instant at) {
        jdbc.sql("""
                insert into community.coverage_exception (id, school, allows, from_day, to_day, reason, document,
                    decided_by, decided_on, recorded_by, recorded_at)
                values (:id, :school, :allows, :from, :to, :reason, :document, :decidedBy, :decidedOn, :by, :at)
                """).param("id", exception.id()).param("school", exception.school())
                .param("allows", exception.allows().name()).param("from", exception.from())
                .param("to", exception.to(), java.sql.Types.DATE).param("reason", exception.reason())
                .param("document", exception.document()).param("decidedBy", exception.decidedBy())
                .param("decidedOn", exception.decidedOn()).param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    /** False where it is taken back already. */
    public boolean end(UUID exception, End end, UUID by, Instant at) {
        return jdbc.sql("""
                insert into community.coverage_exception_end (exception, ended_on, reason, recorded_by, recorded_at)
                values (:exception, :on, :reason, :by, :at)
                on conflict (district, exception) do nothing
                """).param("exception", exception).param("on", end.on()).param("reason", end.reason()).param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC)).update() == 1;
    }

    private static CoverageException exception(ResultSet row, int n) throws SQLException {
        LocalDate ended = row.getObject("ended_on", LocalDate.class);
        return new CoverageException(row.getObject("id", UUID.class), row.getObject("school", UUID.class),
                Allows.valueOf(row.getString("allows")), row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class), row.getString("reason"), row.getString("document"),
                row.getString("decided_by"), row.getObject("decided_on", LocalDate.class),
                ended == null ? null : new End(ended, row.getString("end_reason")));
    }
}
