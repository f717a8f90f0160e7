package org.jiaogongti.platform.staff.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.platform.community.Personnel.Somebody;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People with where they are posted and which rank they hold on a day. */
@Repository
public class SeatedStore {

    private static final String SELECT = """
            select p.id, p.number, p.name, o.school, coalesce(o.researcher, false) as researcher,
                coalesce((select r.rank from staff.rank r where r.person = p.id and r.from_day <= :day
                    order by r.from_day desc limit 1), 'TEACHER') as rank
            from staff.person p left join (
                select person, (array_agg(school order by from_day desc) filter (where school is not null))[1] as school,
                    bool_or(role = 'RESEARCHER') as researcher
                from staff.posting where from_day <= :day and (to_day is null or to_day >= :day) group by person
            ) o on o.person = p.id
            """;

    private final JdbcClient jdbc;

    SeatedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Somebody> find(Collection<UUID> people, LocalDate day) {
        return jdbc.sql(SELECT + " where p.id = any(:ids::uuid[])").param("day", day)
                .param("ids", people.stream().map(UUID::toString).toArray(String[]::new))
                .query(SeatedStore::somebody).list();
    }

    public List<Somebody> all(LocalDate day) {
        return jdbc.sql(SELECT).param("day", day).query(SeatedStore::somebody).list();
    }

    /** Those with a school or posted as researchers. */
    public List<Somebody> posted(LocalDate day) {
        return jdbc.sql(SELECT + " where o.school is not null or o.researcher order by p.sort_key, p.name, p.id")
                .param("day", day).query(SeatedStore::somebody).list();
    }

    private static Somebody somebody(ResultSet row, int n) throws SQLException {
        return new Somebody(row.getObject("id", UUID.class), row.getString("number"), row.getString("name"),
                row.getObject("school", UUID.class), Rank.valueOf(row.getString("rank")),
                row.getBoolean("researcher"));
    }
}
