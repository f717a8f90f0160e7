package org.jiaogongti.platform.appraisal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.appraisal.Author;
import org.jiaogongti.platform.appraisal.Dispute;
import org.jiaogongti.platform.appraisal.Dispute.Outcome;
import org.jiaogongti.platform.appraisal.Dispute.Ruling;
import org.jiaogongti.platform.appraisal.Dispute.Wanted;
import org.jiaogongti.platform.appraisal.SchoolWord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What schools say of their year, what they dispute, and what became of it. Rows are added only. */
@Repository
public class DisputeStore {

    private final JdbcClient jdbc;

    DisputeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of one appraisal, oldest first, corrections with them. */
    public List<Dispute> of(UUID run) {
        return jdbc
                .sql("""
                        select d.id, d.run, d.school, d.source, d.label, d.wanted, d.words, d.actor, d.actor_name, d.on_day,
                            r.outcome, r.words as ruled, r.actor_name as ruler, r.on_day as ruled_on, coalesce(v.number, 0) as number
                        from appraisal.dispute d left join appraisal.ruling r on r.dispute = d.id
                            left join appraisal.version v on v.id = r.version
                        where d.run = :run order by d.id
                        """)
                .param("run", run).query(DisputeStore::dispute).list();
    }

    /** A correction that nobody has ruled on. */
    public record Unruled(UUID id, String year, String label, String by, LocalDate on) {}

    /** Corrections of decided years that nobody has ruled on, oldest first. */
    public List<Unruled> corrections() {
        return jdbc
                .sql("""
                        select d.id, r.year, d.label, d.actor_name, d.on_day
                        from appraisal.dispute d join appraisal.run r on r.id = d.run
                        where d.school is null and not exists (select from appraisal.ruling g where g.dispute = d.id) order by d.id
                        """)
                .query((row, n) -> new Unruled(row.getObject("id", UUID.class), row.getString("year"),
                        row.getString("label"), row.getString("actor_name"), row.getObject("on_day", LocalDate.class)))
                .list();
    }

    private static Dispute dispute(ResultSet row, int n) throws SQLException {
        String outcome = row.getString("outcome");
        Ruling ruling = outcome == null
                ? null
                : new Ruling(Outcome.valueOf(outcome), row.getString("ruled"), row.getInt("number"),
                        row.getString("ruler"), row.getObject("ruled_on", LocalDate.class));
        return new Dispute(row.getObject("id", UUID.class), row.getObject("run", UUID.class),
                row.getObject("school", UUID.class), row.getString("source"), row.getString("label"),
                Wanted.valueOf(row.getString("wanted")), row.getString("words"), row.getObject("actor", UUID.class),
                row.getString("actor_name"), row.getObject("on_day", LocalDate.class), ruling);
    }

    public void add(Dispute dispute, Author author) {
        Signed.by(author, jdbc
                .sql("""
                        insert into appraisal.dispute (id, run, school, source, label, wanted, words, actor, actor_name, on_day, at)
                        values (:id, :run, :school, :source, :label, :wanted, :words, :actor, :actorName, :day, :at)
                        """)
                .param("id", dispute.id()).param("run", dispute.run()).param("school", dispute.school())
                .param("source", dispute.source()).param("label", dispute.label())
                .param("wanted", dispute.wanted().name()).param("words", dispute.words())).update();
    }

    /**
     * The answer.
     *
     * @param version that came of it, or null
     */
    public void rule(Dispute dispute, Outcome outcome, String words, @Nullable UUID version, Author author) {
        Signed.by(author, jdbc
                .sql("""
                        insert into appraisal.ruling (dispute, disputed_by, outcome, words, version, actor, actor_name, on_day, at)
                        values (:dispute, :by, :outcome, :words, :version, :actor, :actorName, :day, :at)
                        """)
                .param("dispute", dispute.id()).param("by", dispute.actor()).param("outcome", outcome.name())
                .param("words", words).param("version", version)).update();
    }

    /** What schools said in one appraisal, oldest first. */
    public List<SchoolWord> words(UUID run) {
        return jdbc.sql("""
                select id, school, what, section, words, actor_name, on_day from appraisal.school_word
                where run = :run order by id
                """).param("run", run)
                .query((row, n) -> new SchoolWord(row.getObject("id", UUID.class),
                        row.getObject("school", UUID.class), SchoolWord.What.valueOf(row.getString("what")),
                        row.getString("section"), row.getString("words"), row.getString("actor_name"),
                        row.getObject("on_day", LocalDate.class)))
                .list();
    }

    public void add(UUID run, SchoolWord word, Author author) {
        Signed.by(author, jdbc.sql("""
                insert into appraisal.school_word (id, run, school, what, section, words, actor, actor_name, on_day, at)
                values (:id, :run, :school, :what, :section, :words, :actor, :actorName, :day, :at)
                """).param("id", word.id()).param("run", run).param("school", word.school())
                .param("what", word.what().name()).param("section", word.section()).param("words", word.words()))
                .update();
    }
}
