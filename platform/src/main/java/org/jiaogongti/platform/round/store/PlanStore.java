package org.jiaogongti.platform.round.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.round.By;
import org.jiaogongti.platform.round.Plan;
import org.jiaogongti.platform.round.Plan.Draft;
import org.jiaogongti.platform.round.Plan.Issue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Plans of rounds, their drafts, and the draft that was issued. */
@Repository
public class PlanStore {

    private static final String DRAFT = "select id, plan, number, text, charter, made_by, made_name, made_on from round.draft";

    private final JdbcClient jdbc;

    PlanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Plan> of(String round) {
        return jdbc.sql("select id, round, base, begun_by, begun_name, begun_on from round.plan where round = :round")
                .param("round", round)
                .query((row, n) -> new Plan(row.getObject("id", UUID.class), row.getString("round"),
                        row.getString("base"), by(row, "begun")))
                .optional();
    }

    /** Those that are not issued. */
    public List<Plan> waiting() {
        return jdbc.sql("""
                select id, round, base, begun_by, begun_name, begun_on from round.plan p
                where not exists (select from round.issue i where i.plan = p.id) order by id
                """).query((row, n) -> new Plan(row.getObject("id", UUID.class), row.getString("round"),
                row.getString("base"), by(row, "begun"))).list();
    }

    /** Held until the end of the transaction, so that two changes follow each other. */
    public Optional<Plan> hold(String round) {
        jdbc.sql("select id from round.plan where round = :round for update").param("round", round).query(UUID.class)
                .list();
        return of(round);
    }

    /** False where the round has one already. */
    public boolean insert(Plan plan) {
        return jdbc.sql("""
                insert into round.plan (id, round, base, begun_by, begun_name, begun_on)
                values (:id, :round, :base, :by, :name, :on) on conflict (district, round) do nothing
                """).param("id", plan.id()).param("round", plan.round()).param("base", plan.base())
                .param("by", plan.begun().account()).param("name", plan.begun().name()).param("on", plan.begun().on())
                .update() == 1;
    }

    public void insert(Draft draft) {
        jdbc.sql("""
                insert into round.draft (id, plan, number, text, charter, made_by, made_name, made_on)
                values (:id, :plan, :number, :text, :charter, :by, :name, :on)
                """).param("id", draft.id()).param("plan", draft.plan()).param("number", draft.number())
                .param("text", draft.text()).param("charter", draft.charter()).param("by", draft.by().account())
                .param("name", draft.by().name()).param("on", draft.by().on()).update();
    }

    /** The newest version. */
    public Draft draft(UUID plan) {
        return jdbc.sql(DRAFT + " where plan = :plan order by number desc limit 1").param("plan", plan)
                .query(PlanStore::draft).single();
    }

    public Optional<Draft> version(UUID plan, int number) {
        return jdbc.sql(DRAFT + " where plan = :plan and number = :number").param("plan", plan)
                .param("number", number).query(PlanStore::draft).optional();
    }

    /** The newest first. */
    public List<Draft> versions(UUID plan, int limit) {
        return jdbc.sql(DRAFT + " where plan = :plan order by number desc limit :limit").param("plan", plan)
                .param("limit", limit).query(PlanStore::draft).list();
    }

    public Optional<Issue> issue(UUID plan) {
        return jdbc.sql("select draft, trial, issued_by, issued_name, issued_on from round.issue where plan = :plan")
                .param("plan", plan)
                .query((row, n) -> new Issue(row.getObject("draft", UUID.class), row.getObject("trial", UUID.class),
                        by(row, "issued")))
                .optional();
    }

    public void insert(UUID plan, Draft draft, Issue issue, UUID edition, LocalDate from) {
        jdbc.sql(
                """
                        insert into round.issue (plan, draft, trial, edition, from_day, drafted_by, issued_by, issued_name, issued_on)
                        values (:plan, :draft, :trial, :edition, :from, :drafted, :by, :name, :on)
                        """)
                .param("plan", plan).param("draft", draft.id()).param("trial", issue.trial())
                .param("edition", edition).param("from", from).param("drafted", draft.by().account())
                .param("by", issue.by().account()).param("name", issue.by().name()).param("on", issue.by().on())
                .update();
    }

    private static Draft draft(ResultSet row, int n) throws SQLException {
        return new Draft(row.getObject("id", UUID.class), row.getObject("plan", UUID.class), row.getInt("number"),
                row.getString("text"), row.getString("charter"), by(row, "made"));
    }

    static By by(ResultSet row, String what) throws SQLException {
        return new By(row.getObject(what + "_by", UUID.class), row.getString(what + "_name"),
                row.getObject(what + "_on", LocalDate.class));
    }
}
