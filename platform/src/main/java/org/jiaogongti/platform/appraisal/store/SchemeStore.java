package org.jiaogongti.platform.appraisal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.charter.reading.Charters;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.appraisal.Budget;
import org.jiaogongti.platform.appraisal.SchemeEdition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Schemes in the editions a district adopted, and the budgets of its years. */
@Repository
public class SchemeStore {

    private final JdbcClient jdbc;

    SchemeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which they were adopted. */
    public List<SchemeEdition> editions() {
        return jdbc.sql("""
                select id, first_year, body, sha256, document, on_day, actor_name
                from appraisal.scheme_edition order by id
                """).query(SchemeStore::edition).list();
    }

    public void add(SchemeEdition edition, Actor actor, Instant at) {
        jdbc.sql(
                """
                        insert into appraisal.scheme_edition (id, year_kind, first_year, body, sha256, document, actor, actor_name,
                            on_day, at)
                        values (:id, :kind, :year, :body, :sha256, :document, :actor, :name, :day, :at)
                        """)
                .param("id", edition.id()).param("kind", edition.kind().name())
                .param("year", edition.firstYear()).param("body", edition.text()).param("sha256", edition.sha256())
                .param("document", edition.document()).param("actor", actor.accountId())
                .param("name", edition.actorName()).param("day", edition.on()).param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The budgets set for a year, the last one first. */
    public List<Budget> budgets(String year) {
        return jdbc
                .sql("""
                        select id, year, fen, document, on_day, actor_name from appraisal.budget where year = :year order by id desc
                        """)
                .param("year", year).query(SchemeStore::budget).list();
    }

    public void add(Budget budget, Actor actor, Instant at) {
        jdbc.sql("""
                insert into appraisal.budget (id, year, fen, document, actor, actor_name, on_day, at)
                values (:id, :year, :fen, :document, :actor, :name, :day, :at)
                """).param("id", budget.id()).param("year", budget.year()).param("fen", budget.fen())
                .param("document", budget.document()).param("actor", actor.accountId())
                .param("name", budget.actorName()).param("day", budget.on()).param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static SchemeEdition edition(ResultSet row, int n) throws SQLException {
        String text = row.getString("body");
        return new SchemeEdition(row.getObject("id", UUID.class), row.getString("first_year"),
                Charters.scheme(row.getString("document"), text), text,
                row.getString("sha256"), row.getString("document"), row.getObject("on_day", LocalDate.class),
                row.getString("actor_name"));
    }

    private static Budget budget(ResultSet row, int n) throws SQLException {
        return new Budget(row.getObject("id", UUID.class), row.getString("year"), row.getLong("fen"),
                row.getString("document"), row.getObject("on_day", LocalDate.class), row.getString("actor_name"));
    }
}
