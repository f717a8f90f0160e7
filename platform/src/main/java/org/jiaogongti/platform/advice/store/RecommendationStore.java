package org.jiaogongti.platform.advice.store;

import static org.jiaogongti.platform.advice.store.Rows.ids;
import static org.jiaogongti.platform.advice.store.Rows.text;
import static org.jiaogongti.platform.advice.store.Rows.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.advice.Recommendation;
import org.jiaogongti.platform.advice.Recommendation.Standing;
import org.jiaogongti.platform.advice.RecommendationFilter;
import org.jiaogongti.platform.advice.RecommendationStep;
import org.jiaogongti.platform.advice.RecommendationStep.What;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Recommendations and what was said to them. */
@Repository
public class RecommendationStore {

    private static final String SELECT = "select id, visit, community, school, words, given_on, answer_by, standing from advice.recommendation";

    private final JdbcClient jdbc;

    RecommendationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One page, the newest first, from after a recommendation on.
     *
     * @param communities null for all
     */
    public List<Recommendation> page(RecommendationFilter filter, @Nullable Collection<UUID> communities,
            LocalDate today, @Nullable UUID after, int limit) {
        return jdbc.sql(SELECT + """
                 where (:all or community = any(:communities::uuid[]))
                   and (:community::uuid is null or community = :community::uuid)
                   and (:school::uuid is null or school = :school::uuid)
                   and case coalesce(:state::text, '') when '' then true
                       when 'OPEN' then standing = 'GIVEN' and answer_by >= :today
                       when 'LATE' then standing = 'GIVEN' and answer_by < :today else standing = :state::text end
                   and (:after::uuid is null or (given_on, id)
                        < (select a.given_on, a.id from advice.recommendation a where a.id = :after::uuid))
                order by given_on desc, id desc limit :limit
                """).param("all", communities == null)
                .param("communities", communities == null ? new String[0] : ids(communities))
                .param("community", text(filter.community())).param("school", text(filter.school()))
                .param("state", filter.state() == null ? null : filter.state().name()).param("today", today)
                .param("after", text(after)).param("limit", limit).query(RecommendationStore::recommendation).list();
    }

    /** What waits for an answer of some schools, or of the communities that they lead; the first asked first. */
    public List<Recommendation> waiting(Collection<UUID> schools, Collection<UUID> led) {
        return jdbc.sql(SELECT + """
                 where standing = 'GIVEN' and (school = any(:schools::uuid[])
                       or (school is null and community = any(:led::uuid[])))
                order by answer_by, id limit 20
                """).param("schools", ids(schools)).param("led", ids(led))
                .query(RecommendationStore::recommendation).list();
    }

    public Optional<Recommendation> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id").param("id", id).query(RecommendationStore::recommendation)
                .optional();
    }

    /** Locked until the transaction ends, so that two answers come one after the other. */
    public Optional<Recommendation> lock(UUID id) {
        return jdbc.sql(SELECT + " where id = :id for update").param("id", id)
                .query(RecommendationStore::recommendation).optional();
    }

    public List<Recommendation> ofVisits(Collection<UUID> visits) {
        return jdbc.sql(SELECT + " where visit = any(:visits::uuid[]) order by given_on, id")
                .param("visits", ids(visits)).query(RecommendationStore::recommendation).list();
    }

    public void insert(Collection<Recommendation> all) {
        jdbc.sql("""
                insert into advice.recommendation (id, visit, community, school, words, given_on, answer_by, standing)
                select * from unnest(:ids::uuid[], :visits::uuid[], :communities::uuid[], :schools::uuid[],
                    :words::text[], :givens::date[], :answers::date[], :standings::text[])
                """).param("ids", texts(all, each -> each.id().toString()))
                .param("visits", texts(all, each -> each.visit().toString()))
                .param("communities", texts(all, each -> each.community().toString()))
                .param("schools", texts(all, each -> text(each.school())))
                .param("words", texts(all, Recommendation::words))
                .param("givens", texts(all, each -> each.givenOn().toString()))
                .param("answers", texts(all, each -> each.answerBy().toString()))
                .param("standings", texts(all, each -> each.standing().name())).update();
    }

    public void stand(UUID id, Standing standing) {
        jdbc.sql("update advice.recommendation set standing = :standing where id = :id")
                .param("standing", standing.name()).param("id", id).update();
    }

    /** Refused by the database once something was said to it. */
    public void remove(UUID id) {
        jdbc.sql("delete from advice.recommendation where id = :id").param("id", id).update();
    }

    public void insertSteps(Collection<RecommendationStep> steps) {
        jdbc.sql("""
                insert into advice.step (id, recommendation, what, words, done_on, occasion, actor, actor_name, on_day)
                select * from unnest(:ids::uuid[], :recommendations::uuid[], :whats::text[], :words::text[],
                    :dones::date[], :occasions::uuid[], :actors::uuid[], :names::text[], :days::date[])
                """).param("ids", texts(steps, step -> step.id().toString()))
                .param("recommendations", texts(steps, step -> step.recommendation().toString()))
                .param("whats", texts(steps, step -> step.what().name()))
                .param("words", texts(steps, RecommendationStep::words))
                .param("dones", texts(steps, step -> text(step.doneOn())))
                .param("occasions", texts(steps, step -> text(step.occasion())))
                .param("actors", texts(steps, step -> step.actor().toString()))
                .param("names", texts(steps, RecommendationStep::actorName))
                .param("days", texts(steps, step -> step.on().toString())).update();
    }

    /** What was said to some recommendations, the oldest first. */
    public List<RecommendationStep> steps(Collection<UUID> recommendations) {
        return jdbc.sql("""
                select id, recommendation, what, words, done_on, occasion, actor, actor_name, on_day from advice.step
                where recommendation = any(:ids::uuid[]) order by id
                """).param("ids", ids(recommendations)).query(RecommendationStore::step).list();
    }

    private static Recommendation recommendation(ResultSet row, int n) throws SQLException {
        return new Recommendation(row.getObject("id", UUID.class), row.getObject("visit", UUID.class),
                row.getObject("community", UUID.class), row.getObject("school", UUID.class), row.getString("words"),
                row.getObject("given_on", LocalDate.class), row.getObject("answer_by", LocalDate.class),
                Standing.valueOf(row.getString("standing")));
    }

    private static RecommendationStep step(ResultSet row, int n) throws SQLException {
        return new RecommendationStep(row.getObject("id", UUID.class), row.getObject("recommendation", UUID.class),
                What.valueOf(row.getString("what")), row.getString("words"), row.getObject("done_on", LocalDate.class),
                row.getObject("occasion", UUID.class), row.getObject("actor", UUID.class),
                row.getString("actor_name"), row.getObject("on_day", LocalDate.class));
    }
}
