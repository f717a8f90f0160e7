package org.jiaogongti.platform.spending.store;

import static org.jiaogongti.platform.spending.store.Rows.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jiaogongti.platform.spending.Category;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Categories with every value they ever had. */
@Repository
public class CategoryStore {

    private final JdbcClient jdbc;

    CategoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that was ever set, what holds latest last: a district sets a handful in a year. */
    public List<Category> all() {
        return jdbc
                .sql("""
                        select id, code, name, position, unit, ceiling, share, from_day, ended, document, actor, actor_name, on_day
                        from spending.category order by from_day, id
                        """)
                .query(CategoryStore::category).list();
    }

    private static Category category(ResultSet row, int number) throws SQLException {
        return new Category(Rows.id(row, "id"), row.getString("code"), row.getString("name"), row.getInt("position"),
                Category.Unit.valueOf(row.getString("unit")), row.getObject("ceiling", Long.class),
                row.getObject("share", Integer.class), Rows.day(row, "from_day"), row.getBoolean("ended"),
                row.getString("document"), Rows.by(row));
    }

    public void add(Collection<Category> rows) {
        Rows.by(jdbc
                .sql("""
                        insert into spending.category (id, code, name, position, unit, ceiling, share, from_day, ended, document,
                            actor, actor_name, on_day)
                        select * from unnest(:ids::uuid[], :codes::text[], :titles::text[], :positions::int[], :units::text[],
                            :ceilings::bigint[], :shares::int[], :froms::date[], :ended::boolean[], :documents::text[], %s)
                        """
                        .formatted(Rows.BY)),
                rows, Category::by).param("ids", texts(rows, Category::id))
                .param("codes", texts(rows, Category::code)).param("titles", texts(rows, Category::name))
                .param("positions", texts(rows, Category::position)).param("units", texts(rows, Category::unit))
                .param("ceilings", texts(rows, Category::ceiling)).param("shares", texts(rows, Category::share))
                .param("froms", texts(rows, Category::from)).param("ended", texts(rows, Category::ended))
                .param("documents", texts(rows, Category::document)).update();
    }
}
