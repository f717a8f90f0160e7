package org.jiaogongti.platform.burden.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.burden.FormKind;
import org.jiaogongti.platform.burden.Spent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sums by school, week and kind of form. */
@Repository
public class SpentStore {

    private final JdbcClient jdbc;

    SpentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds to the sums, one statement whatever their number. */
    public void add(Collection<Spent> all) {
        jdbc.sql(
                """
                        insert into burden.spent (school, week, form, forms, seconds)
                        select * from unnest(:schools::uuid[], :weeks::date[], :kinds::text[], :forms::int[], :seconds::bigint[])
                        on conflict (district, school, week, form) do update
                            set forms = spent.forms + excluded.forms, seconds = spent.seconds + excluded.seconds
                        """)
                .param("schools", all.stream().map(each -> each.school().toString()).toArray(String[]::new))
                .param("weeks", all.stream().map(each -> each.week().toString()).toArray(String[]::new))
                .param("kinds", all.stream().map(each -> each.form().name()).toArray(String[]::new))
                .param("forms", all.stream().map(each -> Integer.toString(each.forms())).toArray(String[]::new))
                .param("seconds", all.stream().map(each -> Long.toString(each.seconds())).toArray(String[]::new))
                .update();
    }

    /** The sums of some weeks; of all schools where none are named. */
    public List<Spent> between(LocalDate first, LocalDate last, @Nullable Collection<UUID> schools) {
        return jdbc.sql("""
                select school, week, form, forms, seconds from burden.spent
                where week between :first and :last and (:all or school = any(:schools::uuid[]))
                order by week, school, form
                """).param("first", first).param("last", last).param("all", schools == null)
                .param("schools",
                        schools == null ? new String[0] : schools.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, n) -> new Spent(row.getObject("school", UUID.class),
                        row.getObject("week", LocalDate.class),
                        FormKind.valueOf(row.getString("form")), row.getInt("forms"), row.getLong("seconds")))
                .list();
    }
}
