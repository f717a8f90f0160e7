package org.jiaogongti.platform.register.store;

import static org.jiaogongti.platform.register.store.Rows.ids;
import static org.jiaogongti.platform.register.store.Rows.text;
import static org.jiaogongti.platform.register.store.Rows.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.register.LessonPair;
import org.jiaogongti.platform.register.LessonPair.Ending;
import org.jiaogongti.platform.register.LessonPair.Form;
import org.jiaogongti.platform.register.LessonPair.Two;
import org.jiaogongti.platform.register.PairFilter;
import org.jiaogongti.platform.register.PlannedLesson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pairs of schools and classes, and their term plans. */
@Repository
public class PairStore {

    private static final String SELECT = "select id, giver, receiver, giver_class, receiver_class, forms, agreement, from_day, to_day, ended_on, reason from register.pair";
    private static final String PLAN = "select id, pair, term, week, subject, topic, giver_teacher, receiver_teacher from register.planned_lesson";

    private final JdbcClient jdbc;

    PairStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One page, the latest first, from after a pair on.
     *
     * @param schools whose pairs may be seen; null for all
     */
    public List<LessonPair> page(PairFilter filter, @Nullable Collection<UUID> schools, @Nullable UUID after,
            int size) {
        return jdbc
                .sql(SELECT
                        + """
                                 where (:all or giver = any(:schools::uuid[]) or receiver = any(:schools::uuid[]))
                                  and (:school::uuid is null or giver = :school::uuid or receiver = :school::uuid)
                                  and case :days when 'COMING' then from_day > :day when 'ENDED' then least(to_day, ended_on) < :day
                                      when 'NOW' then from_day <= :day and (least(to_day, ended_on) is null or least(to_day, ended_on) >= :day)
                                      else true end
                                  and (:after::uuid is null or (from_day, id)
                                       < (select a.from_day, a.id from register.pair a where a.id = :after::uuid))
                                order by from_day desc, id desc limit :size
                                """)
                .param("all", schools == null).param("schools", schools == null ? new String[0] : ids(schools))
                .param("school", text(filter.school()))
                .param("days", filter.days() == null ? "" : filter.days().name()).param("day", filter.on())
                .param("after", text(after)).param("size", size).query(PairStore::pair).list();
    }

    public Optional<LessonPair> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id").param("id", id).query(PairStore::pair).optional();
    }

    /** The same, and until the end of the transaction nobody else changes it. */
    public Optional<LessonPair> lock(UUID id) {
        return jdbc.sql(SELECT + " where id = :id for update").param("id", id).query(PairStore::pair).optional();
    }

    /** All pairs of two schools, in this direction. */
    public List<LessonPair> between(UUID giver, UUID receiver) {
        return jdbc.sql(SELECT + " where giver = :giver and receiver = :receiver").param("giver", giver)
                .param("receiver", receiver).query(PairStore::pair).list();
    }

    /** All pairs in which one of some schools gives. */
    public List<LessonPair> givenBy(Collection<UUID> givers) {
        return jdbc.sql(SELECT + " where giver = any(:givers::uuid[])").param("givers", ids(givers))
                .query(PairStore::pair).list();
    }

    public List<LessonPair> all() {
        return jdbc.sql(SELECT).query(PairStore::pair).list();
    }

    /** Inserts pairs and changes what was agreed of those of the same id, and how they end; never who is paired from when. */
    public void put(Collection<LessonPair> pairs) {
        jdbc.sql(
                """
                        insert into register.pair (id, giver, receiver, giver_class, receiver_class, forms, agreement, from_day,
                            to_day, ended_on, reason)
                        select id, giver, receiver, giver_class, receiver_class, string_to_array(forms, ' '), agreement, from_day,
                            to_day, ended_on, reason
                        from unnest(:ids::uuid[], :givers::uuid[], :receivers::uuid[], :giverClasses::text[],
                            :receiverClasses::text[], :forms::text[], :agreements::text[], :froms::date[], :tos::date[],
                            :ends::date[], :reasons::text[]) as given (id, giver, receiver, giver_class, receiver_class, forms,
                            agreement, from_day, to_day, ended_on, reason)
                        on conflict (district, id) do update set forms = excluded.forms, agreement = excluded.agreement,
                            to_day = excluded.to_day, ended_on = excluded.ended_on, reason = excluded.reason
                        """)
                .param("ids", texts(pairs, each -> each.id().toString()))
                .param("givers", texts(pairs, each -> each.two().giver().toString()))
                .param("receivers", texts(pairs, each -> each.two().receiver().toString()))
                .param("giverClasses", texts(pairs, each -> each.two().giverClass()))
                .param("receiverClasses", texts(pairs, each -> each.two().receiverClass()))
                .param("forms", texts(pairs, each -> each.forms().stream().map(Form::name)
                        .collect(Collectors.joining(" "))))
                .param("agreements", texts(pairs, LessonPair::agreement))
                .param("froms", texts(pairs, each -> each.from().toString()))
                .param("tos", texts(pairs, each -> text(each.to())))
                .param("ends", texts(pairs, each -> each.ending() == null ? null : each.ending().on().toString()))
                .param("reasons", texts(pairs, each -> each.ending() == null ? null : each.ending().reason()))
                .update();
    }

    /** Refused by the database while it has a plan. */
    public void remove(UUID id) {
        jdbc.sql("delete from register.pair where id = :id").param("id", id).update();
    }

    /** By term, week and subject. */
    public List<PlannedLesson> plan(Collection<UUID> pairs) {
        return jdbc.sql(PLAN + " where pair = any(:pairs::uuid[]) order by term, week, subject")
                .param("pairs", ids(pairs)).query((row, n) -> new PlannedLesson(row.getObject("id", UUID.class),
                        row.getObject("pair", UUID.class), row.getString("term"), row.getInt("week"),
                        row.getString("subject"), row.getString("topic"), row.getObject("giver_teacher", UUID.class),
                        row.getObject("receiver_teacher", UUID.class)))
                .list();
    }

    public void addPlan(Collection<PlannedLesson> plan) {
        jdbc.sql(
                """
                        insert into register.planned_lesson (id, pair, term, week, subject, topic, giver_teacher, receiver_teacher)
                        select id, pair, term, week::int, subject, topic, giver_teacher, receiver_teacher
                        from unnest(:ids::uuid[], :pairs::uuid[], :terms::text[], :weeks::text[], :subjects::text[],
                            :topics::text[], :givers::uuid[], :receivers::uuid[]) as given (id, pair, term, week, subject, topic,
                            giver_teacher, receiver_teacher)
                        """)
                .param("ids", texts(plan, each -> each.id().toString()))
                .param("pairs", texts(plan, each -> each.pair().toString()))
                .param("terms", texts(plan, PlannedLesson::term))
                .param("weeks", texts(plan, each -> String.valueOf(each.week())))
                .param("subjects", texts(plan, PlannedLesson::subject))
                .param("topics", texts(plan, PlannedLesson::topic))
                .param("givers", texts(plan, each -> text(each.giverTeacher())))
                .param("receivers", texts(plan, each -> text(each.receiverTeacher()))).update();
    }

    public void removePlanned(UUID id) {
        jdbc.sql("delete from register.planned_lesson where id = :id").param("id", id).update();
    }

    private static LessonPair pair(ResultSet row, int n) throws SQLException {
        LocalDate ended = row.getObject("ended_on", LocalDate.class);
        return new LessonPair(row.getObject("id", UUID.class),
                new Two(row.getObject("giver", UUID.class), row.getObject("receiver", UUID.class),
                        row.getString("giver_class"), row.getString("receiver_class")),
                Arrays.stream((String[]) row.getArray("forms").getArray()).map(Form::valueOf).toList(),
                row.getString("agreement"), row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                ended == null ? null : new Ending(ended, row.getString("reason")));
    }
}
