package org.jiaogongti.platform.obligation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.charter.reading.CharterText;
import org.jiaogongti.platform.obligation.Amendment;
import org.jiaogongti.platform.obligation.Amendment.End;
import org.jiaogongti.platform.obligation.Amendment.Outcome;
import org.jiaogongti.platform.obligation.AmendmentOrder;
import org.jiaogongti.platform.obligation.CharterChange;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes of the charter and the texts they made. */
@Repository
public class AmendmentStore {

    private static final String SELECT = """
            select a.id, a.subject, a.alternative, a.number, a.edition, a.base, a.from_day, a.document, a.decided_by, a.proposed_by,
                a.proposed_at, e.outcome, e.reason, e.ended_by, e.ended_at
            from obligation.amendment a left join obligation.amendment_end e on e.amendment = a.id
            """;

    private final JdbcClient jdbc;

    AmendmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Amendment> all() {
        return jdbc.sql(SELECT + " order by a.proposed_at desc, a.id desc").query(AmendmentStore::amendment).list();
    }

    public Optional<Amendment> find(UUID id) {
        return jdbc.sql(SELECT + " where a.id = :id").param("id", id).query(AmendmentStore::amendment).optional();
    }

    public void insert(UUID id, AmendmentOrder order, UUID by, Instant at) {
        String alternative = order.change() instanceof CharterChange.OfReading reading ? reading.alternative() : null;
        Integer number = order.change() instanceof CharterChange.OfNumber asked ? asked.number() : null;
        CharterChange.OfFile file = order.change() instanceof CharterChange.OfFile whole ? whole : null;
        jdbc.sql("""
                insert into obligation.amendment (id, subject, alternative, number, edition, base, from_day, document,
                    decided_by, proposed_by, proposed_at)
                values (:id, :subject, :alternative, :number, :edition, :base, :from, :document, :decidedBy, :by, :at)
                """).param("id", id).param("subject", order.change().subject())
                .param("alternative", alternative, Types.VARCHAR).param("number", number, Types.INTEGER)
                .param("edition", file == null ? null : file.edition(), Types.OTHER)
                .param("base", file == null ? null : file.base(), Types.VARCHAR).param("from", order.from())
                .param("document", order.document()).param("decidedBy", order.decidedBy()).param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    public void end(Amendment amendment, Outcome outcome, String reason, UUID by, Instant at, @Nullable UUID edition) {
        jdbc.sql(
                """
                        insert into obligation.amendment_end (amendment, outcome, reason, proposed_by, ended_by, ended_at, edition)
                        values (:amendment, :outcome, :reason, :proposedBy, :by, :at, :edition)
                        """)
                .param("amendment", amendment.id()).param("outcome", outcome.name()).param("reason", reason)
                .param("proposedBy", amendment.proposedBy()).param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC)).param("edition", edition, Types.OTHER).update();
    }

    public void insertEdition(UUID id, CharterText text, Instant at) {
        jdbc.sql("""
                insert into obligation.charter_edition (id, charter, notice, made_at)
                values (:id, :charter, :notice, :at)
                """).param("id", id).param("charter", text.charter()).param("notice", text.notice())
                .param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    public CharterText edition(UUID id) {
        return jdbc.sql("select charter, notice from obligation.charter_edition where id = :id").param("id", id)
                .query((row, n) -> new CharterText(row.getString("charter"), row.getString("notice"))).single();
    }

    private static Amendment amendment(ResultSet row, int n) throws SQLException {
        String outcome = row.getString("outcome");
        End end = outcome == null
                ? null
                : new End(Outcome.valueOf(outcome), row.getString("reason"), row.getObject("ended_by", UUID.class),
                        row.getObject("ended_at", OffsetDateTime.class).toInstant());
        return new Amendment(row.getObject("id", UUID.class),
                new AmendmentOrder(change(row), row.getObject("from_day", LocalDate.class), row.getString("document"),
                        row.getString("decided_by")),
                row.getObject("proposed_by", UUID.class),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(), end);
    }

    private static CharterChange change(ResultSet row) throws SQLException {
        String subject = row.getString("subject");
        String alternative = row.getString("alternative");
        UUID edition = row.getObject("edition", UUID.class);
        if (edition != null) {
            return new CharterChange.OfFile(subject, edition, row.getString("base"));
        }
        return alternative == null
                ? new CharterChange.OfNumber(subject, row.getInt("number"))
                : new CharterChange.OfReading(subject, alternative);
    }
}
