package org.jiaogongti.platform.bin.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jiaogongti.platform.bin.Deleted;
import org.jiaogongti.platform.bin.Deleted.Thing;
import org.jiaogongti.platform.bin.NextDays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is in the bin, and for how long it stays there. */
@Repository
public class BinStore {

    private static final String ENTRY = """
            select id, kind, thing, belongs_to, school, bureau, title, day, before, actor, actor_name, on_day, at, until_day
            from bin.entry
            """;

    private final JdbcClient jdbc;

    BinStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whose bins somebody looks into, besides what they deleted themselves.
     *
     * @param schools of whose office they are
     */
    public record View(UUID account, Collection<UUID> schools, boolean bureau) {}

    /** One statement, however many; a thing that is in the bin already stays as it is. */
    public void insert(Collection<Deleted> all) {
        jdbc.sql(
                """
                        insert into bin.entry (id, kind, thing, belongs_to, school, bureau, title, day, before, actor, actor_name,
                            on_day, at, until_day)
                        select * from unnest(:ids::uuid[], :kinds::text[], :things::uuid[], :belongs::uuid[], :schools::uuid[],
                            :bureaus::boolean[], :titles::text[], :days::date[], :befores::text[], :actors::uuid[],
                            :names::text[], :ons::date[], :ats::timestamptz[], :untils::date[])
                        on conflict (district, kind, thing) do nothing
                        """)
                .param("ids", texts(all, Deleted::id)).param("kinds", texts(all, each -> each.thing().kind()))
                .param("things", texts(all, each -> each.thing().id()))
                .param("belongs", texts(all, each -> each.thing().belongsTo()))
                .param("schools", texts(all, each -> each.thing().school()))
                .param("bureaus", texts(all, Deleted::bureau))
                .param("titles", texts(all, each -> each.thing().title()))
                .param("days", texts(all, each -> each.thing().day()))
                .param("befores", texts(all, each -> each.thing().before()))
                .param("actors", texts(all, Deleted::by)).param("names", texts(all, Deleted::byName))
                .param("ons", texts(all, Deleted::on)).param("ats", texts(all, Deleted::at))
                .param("untils", texts(all, Deleted::until)).update();
    }

    private static String[] texts(Collection<Deleted> all, Function<Deleted, @Nullable Object> part) {
        return all.stream().map(each -> {
            Object value = part.apply(each);
            return value == null ? null : value.toString();
        }).toArray(String[]::new);
    }

    /** Locked, so that it is brought back or erased once. */
    public Optional<Deleted> lock(UUID id) {
        return jdbc.sql(ENTRY + "where id = :id for update").param("id", id).query(BinStore::entry).optional();
    }

    public Optional<Deleted> of(String kind, UUID thing) {
        return jdbc.sql(ENTRY + "where kind = :kind and thing = :thing").param("kind", kind).param("thing", thing)
                .query(BinStore::entry).optional();
    }

    /** Deleted last first, before an id; those of each bin are found by an index of their own. */
    public List<Deleted> page(View view, String kind, @Nullable UUID before, int size) {
        return jdbc.sql(ENTRY + """
                where (:before::uuid is null or id < :before) and (:kind = '' or kind = :kind)
                  and (actor = :account or school = any(:schools::uuid[]) or (:bureau and bureau))
                order by id desc limit :size
                """).param("before", before, Types.OTHER).param("kind", kind).param("account", view.account())
                .param("schools", ids(view.schools())).param("bureau", view.bureau()).param("size", size)
                .query(BinStore::entry).list();
    }

    public static boolean in(View view, Deleted deleted) {
        UUID school = deleted.thing().school();
        return deleted.by().equals(view.account()) || (school != null && view.schools().contains(school))
                || (view.bureau() && deleted.bureau());
    }

    /** Those whose last day was before a day; what somebody else holds at this moment is left to them. */
    public List<Deleted> over(LocalDate day, int most) {
        return jdbc.sql(ENTRY + "where until_day < :day order by until_day, id limit :most for update skip locked")
                .param("day", day).param("most", most).query(BinStore::entry).list();
    }

    public void remove(String kind, Collection<UUID> things) {
        jdbc.sql("delete from bin.entry where kind = :kind and thing = any(:things::uuid[])").param("kind", kind)
                .param("things", ids(things)).update();
    }

    /** For how many days what is deleted on a day stays, where somebody has said so. */
    public Optional<Integer> days(LocalDate day) {
        return jdbc.sql("select days from bin.term where from_day <= :day order by from_day desc, id desc limit 1")
                .param("day", day).query(Integer.class).optional();
    }

    /** What will hold from a later day. */
    public Optional<NextDays> next(LocalDate day) {
        return jdbc.sql("""
                select from_day, days from bin.term where from_day > :day order by from_day, id desc limit 1
                """).param("day", day).query((row, n) -> new NextDays(row.getObject("from_day", LocalDate.class),
                row.getInt("days"))).optional();
    }

    public void say(UUID id, LocalDate from, int days, UUID actor, String name, LocalDate on) {
        jdbc.sql("""
                insert into bin.term (id, from_day, days, actor, actor_name, on_day)
                values (:id, :from, :days, :actor, :name, :on)
                """).param("id", id).param("from", from).param("days", days).param("actor", actor).param("name", name)
                .param("on", on).update();
    }

    private static String[] ids(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private static Deleted entry(ResultSet row, int n) throws SQLException {
        return new Deleted(row.getObject("id", UUID.class),
                new Thing(row.getString("kind"), row.getObject("thing", UUID.class),
                        row.getObject("belongs_to", UUID.class), row.getObject("school", UUID.class),
                        row.getString("title"), row.getObject("day", LocalDate.class), row.getString("before")),
                row.getBoolean("bureau"), row.getObject("actor", UUID.class), row.getString("actor_name"),
                row.getObject("on_day", LocalDate.class),
                row.getObject("at", OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC).toInstant(),
                row.getObject("until_day", LocalDate.class));
    }
}
