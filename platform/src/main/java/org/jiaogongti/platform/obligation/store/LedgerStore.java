package org.jiaogongti.platform.obligation.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.obligation.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The row every count shares and every change of rules or day holds alone, and the rows of the records. */
@Repository
public class LedgerStore {

    private static final String COLUMNS = "version, charter, overlays, applied_to";

    private final JdbcClient jdbc;

    LedgerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A ledger held shared, and the records' new revisions. */
    public record Opened(Head head, Map<Source, Integer> revisions) {

        public Opened {
            revisions = Map.copyOf(revisions);
        }
    }

    public Optional<Head> read() {
        return jdbc.sql("select " + COLUMNS + " from obligation.ledger").query(LedgerStore::head).optional();
    }

    /** Held alone until the end of the transaction. */
    public Optional<Head> hold() {
        return jdbc.sql("select " + COLUMNS + " from obligation.ledger for update").query(LedgerStore::head)
                .optional();
    }

    /** One statement: takes the next revision of each record and shares the ledger. Empty where none is adopted. */
    public Optional<Opened> open(Collection<Source> sources) {
        Map<Source, Integer> revisions = new HashMap<>();
        List<Head> heads = new ArrayList<>(1);
        jdbc.sql("""
                with opened as (
                    insert into obligation.source as s (kind, id, revision)
                    select kind, id, 1 from unnest(:kinds::text[], :ids::uuid[]) as opening (kind, id) order by kind, id
                    on conflict (district, kind, id) do update set revision = s.revision + 1
                    returning kind, id, revision
                ), shared as (
                    select version, charter, overlays, applied_to from obligation.ledger for share
                )
                select * from shared, opened
                """).param("kinds", Rows.texts(sources, Source::kind))
                .param("ids", Rows.texts(sources, source -> source.id().toString())).query(row -> {
                    revisions.put(new Source(row.getString("kind"), row.getObject("id", UUID.class)),
                            row.getInt("revision"));
                    if (heads.isEmpty()) {
                        heads.add(head(row, 0));
                    }
                });
        return heads.isEmpty() ? Optional.empty() : Optional.of(new Opened(heads.getFirst(), revisions));
    }

    public void adopt(UUID id, Head head, Instant adoptedAt, @Nullable UUID adoptedBy) {
        jdbc.sql("""
                insert into obligation.charter_in_force (id, charter, overlays, adopted_at, adopted_by)
                values (:id, :charter, :overlays::text[], :at, :by)
                """).param("id", id).param("charter", head.charter())
                .param("overlays", head.overlays().toArray(String[]::new))
                .param("at", adoptedAt.atOffset(ZoneOffset.UTC))
                .param("by", adoptedBy).update();
        jdbc.sql("""
                insert into obligation.ledger (version, charter, overlays, applied_to)
                values (:version, :charter, :overlays::text[], :appliedTo)
                on conflict (district) do update set version = excluded.version, charter = excluded.charter,
                    overlays = excluded.overlays
                """).param("version", head.version()).param("charter", head.charter())
                .param("overlays", head.overlays().toArray(String[]::new)).param("appliedTo", head.appliedTo())
                .update();
    }

    public void version(UUID version) {
        jdbc.sql("update obligation.ledger set version = :version").param("version", version).update();
    }

    public void appliedTo(LocalDate day) {
        jdbc.sql("update obligation.ledger set applied_to = :day").param("day", day).update();
    }

    static Head head(ResultSet row, int n) throws SQLException {
        Array overlays = row.getArray("overlays");
        return new Head(row.getObject("version", UUID.class), row.getString("charter"),
                List.of((String[]) overlays.getArray()), row.getObject("applied_to", LocalDate.class));
    }
}
