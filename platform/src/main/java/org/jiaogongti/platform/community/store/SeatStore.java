package org.jiaogongti.platform.community.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jiaogongti.platform.community.Body;
import org.jiaogongti.platform.community.FewTeachers;
import org.jiaogongti.platform.community.Office;
import org.jiaogongti.platform.community.Seat;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who sits where in the communities' groups, and which subjects are arranged freely. */
@Repository
public class SeatStore {

    private static final String SEATS = """
            select id, community, body, subject, office, person, school, from_day, to_day, document, appointed_by
            from community.seat
            """;
    private static final String FEW = """
            select id, community, subject, school, from_day, to_day, reason, document, decided_by
            from community.few_teachers
            """;
    private static final String ON = "from_day <= :day and (to_day is null or to_day >= :day)";

    private final JdbcClient jdbc;

    SeatStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that hold on a day, heads first. */
    public List<Seat> on(LocalDate day) {
        return jdbc.sql(SEATS + " where " + ON + " order by community, body, array_position("
                + "array['HEAD', 'DEPUTY', 'MEMBER'], office), from_day, id").param("day", day)
                .query(SeatStore::seat).list();
    }

    /** Everything, what has ended too. */
    public List<Seat> all() {
        return jdbc.sql(SEATS).query(SeatStore::seat).list();
    }

    public void remove(Collection<UUID> seats) {
        jdbc.sql("delete from community.seat where id = any(:ids::uuid[])")
                .param("ids", texts(seats, UUID::toString)).update();
    }

    /** Those of a body that hold on a day or begin after it: what a new seat from that day on must not cross. */
    public List<Seat> from(UUID community, Body body, @Nullable String subject, LocalDate day) {
        return jdbc.sql(SEATS + """
                where community = :community and body = :body and subject is not distinct from :subject
                    and (to_day is null or to_day >= :day)
                order by from_day
                """).param("community", community).param("body", body.name())
                .param("subject", subject, Types.VARCHAR).param("day", day).query(SeatStore::seat).list();
    }

    /** A community's seats that were over before a day, the latest first. */
    public List<Seat> endedBefore(UUID community, LocalDate day) {
        return jdbc.sql(SEATS + " where community = :community and to_day < :day order by to_day desc, from_day, id")
                .param("community", community).param("day", day).query(SeatStore::seat).list();
    }

    /** Holds everybody else back who gives or ends seats of the community; empty where there is none. */
    public Optional<UUID> lock(UUID community) {
        return jdbc.sql("select id from community.community where id = :id for update").param("id", community)
                .query(UUID.class).optional();
    }

    public Optional<Seat> find(UUID id) {
        return jdbc.sql(SEATS + " where id = :id").param("id", id).query(SeatStore::seat).optional();
    }

    /** Inserts seats; one of the same person from the same day takes the place of the other. */
    public void put(Collection<Seat> seats) {
        jdbc.sql("""
                insert into community.seat (id, community, body, subject, office, person, school, from_day, to_day,
                    document, appointed_by)
                select * from unnest(:ids::uuid[], :communities::uuid[], :bodies::text[], :subjects::text[],
                    :offices::text[], :people::uuid[], :schools::uuid[], :froms::date[], :tos::date[],
                    :documents::text[], :appointers::uuid[])
                on conflict (district, community, body, subject, person, from_day) do update set
                    office = excluded.office, school = excluded.school, to_day = excluded.to_day,
                    document = excluded.document, appointed_by = excluded.appointed_by
                """).param("ids", texts(seats, seat -> seat.id().toString()))
                .param("communities", texts(seats, seat -> seat.community().toString()))
                .param("bodies", texts(seats, seat -> seat.body().name()))
                .param("subjects", texts(seats, Seat::subject))
                .param("offices", texts(seats, seat -> seat.office().name()))
                .param("people", texts(seats, seat -> seat.person().toString()))
                .param("schools", texts(seats, seat -> text(seat.school())))
                .param("froms", texts(seats, seat -> seat.from().toString()))
                .param("tos", texts(seats, seat -> text(seat.to())))
                .param("documents", texts(seats, Seat::document))
                .param("appointers", texts(seats, seat -> text(seat.appointedBy()))).update();
    }

    public int end(UUID id, LocalDate lastDay) {
        return jdbc.sql("update community.seat set to_day = :last where id = :id and from_day <= :last")
                .param("last", lastDay).param("id", id).update();
    }

    public List<FewTeachers> fewOn(LocalDate day) {
        return jdbc.sql(FEW + " where " + ON + " order by subject, from_day, id").param("day", day)
                .query(SeatStore::few).list();
    }

    public Optional<FewTeachers> findFew(UUID id) {
        return jdbc.sql(FEW + " where id = :id").param("id", id).query(SeatStore::few).optional();
    }

    /** Enters decisions, and who entered them. */
    public void putFew(Collection<FewTeachers> decisions, UUID by, Instant at) {
        jdbc.sql("""
                insert into community.few_teachers (id, community, subject, school, from_day, to_day, reason, document,
                    decided_by, recorded_by, recorded_at)
                select *, :by, :at from unnest(:ids::uuid[], :communities::uuid[], :subjects::text[],
                    :schools::uuid[], :froms::date[], :tos::date[], :reasons::text[], :documents::text[],
                    :deciders::text[])
                """).param("ids", texts(decisions, few -> few.id().toString()))
                .param("communities", texts(decisions, few -> few.community().toString()))
                .param("subjects", texts(decisions, FewTeachers::subject))
                .param("schools", texts(decisions, few -> text(few.school())))
                .param("froms", texts(decisions, few -> few.from().toString()))
                .param("tos", texts(decisions, few -> text(few.to())))
                .param("reasons", texts(decisions, FewTeachers::reason))
                .param("documents", texts(decisions, FewTeachers::document))
                .param("deciders", texts(decisions, FewTeachers::decidedBy)).param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    public int endFew(UUID id, LocalDate lastDay) {
        return jdbc.sql("update community.few_teachers set to_day = :last where id = :id and from_day <= :last")
                .param("last", lastDay).param("id", id).update();
    }

    private static Seat seat(ResultSet row, int n) throws SQLException {
        return new Seat(row.getObject("id", UUID.class), row.getObject("community", UUID.class),
                Body.valueOf(row.getString("body")), row.getString("subject"),
                Office.valueOf(row.getString("office")), row.getObject("person", UUID.class),
                row.getObject("school", UUID.class), row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class), row.getString("document"),
                row.getObject("appointed_by", UUID.class));
    }

    private static FewTeachers few(ResultSet row, int n) throws SQLException {
        return new FewTeachers(row.getObject("id", UUID.class), row.getObject("community", UUID.class),
                row.getString("subject"), row.getObject("school", UUID.class),
                row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class),
                row.getString("reason"), row.getString("document"), row.getString("decided_by"));
    }

    private static <T> @Nullable String[] texts(Collection<T> rows, Function<? super T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
