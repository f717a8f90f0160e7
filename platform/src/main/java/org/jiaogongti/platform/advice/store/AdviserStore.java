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
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.advice.Adviser;
import org.jiaogongti.platform.advice.AdviserFilter;
import org.jiaogongti.platform.advice.AdviserKind;
import org.jiaogongti.platform.advice.AdviserLevel;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of advisers. */
@Repository
public class AdviserStore {

    private static final String SELECT = "select id, community, name, kind, level, unit, titles, invited_by, document, from_day, to_day from advice.adviser";

    private final JdbcClient jdbc;

    AdviserStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * By name, in the database's order.
     *
     * @param communities null for all
     */
    public List<Adviser> list(AdviserFilter filter, @Nullable Collection<UUID> communities, int limit) {
        return jdbc.sql(SELECT + """
                 where (:all or community = any(:communities::uuid[]))
                   and (:community::uuid is null or community = :community::uuid)
                   and (:kind::text is null or kind = :kind::text)
                   and (:everybody or (from_day <= :on and (to_day is null or to_day >= :on)))
                order by kind, name, from_day desc, id limit :limit
                """).param("all", communities == null)
                .param("communities", communities == null ? new String[0] : ids(communities))
                .param("community", text(filter.community()))
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("everybody", filter.everybody()).param("on", filter.on()).param("limit", limit)
                .query(AdviserStore::adviser).list();
    }

    public List<Adviser> all() {
        return jdbc.sql(SELECT + " order by name, from_day, id").query(AdviserStore::adviser).list();
    }

    /** Names of two characters and more that a text contains. */
    public Set<String> namedIn(String text) {
        return Set.copyOf(jdbc.sql("select distinct name from advice.adviser where char_length(name) > 1"
                + " and strpos(:text, name) > 0").param("text", text).query(String.class).list());
    }

    public List<Adviser> find(Collection<UUID> wanted) {
        return jdbc.sql(SELECT + " where id = any(:ids::uuid[])").param("ids", ids(wanted))
                .query(AdviserStore::adviser).list();
    }

    public Optional<Adviser> find(UUID id) {
        return find(List.of(id)).stream().findFirst();
    }

    /** Everybody of these names, whatever the community. */
    public List<Adviser> named(Collection<String> names) {
        return jdbc.sql(SELECT + " where name = any(:names::text[])").param("names", texts(names, name -> name))
                .query(AdviserStore::adviser).list();
    }

    /** Inserts advisers and changes those of the same id. */
    public void put(Collection<Adviser> advisers) {
        jdbc.sql(
                """
                        insert into advice.adviser (id, community, name, kind, level, unit, titles, invited_by, document, from_day,
                            to_day)
                        select * from unnest(:ids::uuid[], :communities::uuid[], :names::text[], :kinds::text[], :levels::text[],
                            :units::text[], :titles::text[], :inviters::text[], :documents::text[], :froms::date[], :tos::date[])
                        on conflict (district, id) do update set kind = excluded.kind, level = excluded.level,
                            titles = excluded.titles, invited_by = excluded.invited_by, document = excluded.document,
                            to_day = excluded.to_day
                        """)
                .param("ids", texts(advisers, adviser -> adviser.id().toString()))
                .param("communities", texts(advisers, adviser -> adviser.community().toString()))
                .param("names", texts(advisers, Adviser::name))
                .param("kinds", texts(advisers, adviser -> adviser.kind().name()))
                .param("levels", texts(advisers, adviser -> adviser.level().name()))
                .param("units", texts(advisers, Adviser::unit)).param("titles", texts(advisers, Adviser::titles))
                .param("inviters", texts(advisers, Adviser::invitedBy))
                .param("documents", texts(advisers, Adviser::document))
                .param("froms", texts(advisers, adviser -> adviser.from().toString()))
                .param("tos", texts(advisers, adviser -> text(adviser.to()))).update();
    }

    /** Refused by the database once an adviser has a link or a visit. */
    public void remove(Collection<UUID> wanted) {
        jdbc.sql("delete from advice.adviser where id = any(:ids::uuid[])").param("ids", ids(wanted)).update();
    }

    /** Whether somebody was ever sent a link, or wrote anything. */
    public boolean used(UUID id) {
        return jdbc.sql("""
                select exists (select from advice.link where adviser = :id)
                    or exists (select from advice.visit where adviser = :id)
                """).param("id", id).query(Boolean.class).single();
    }

    private static Adviser adviser(ResultSet row, int n) throws SQLException {
        return new Adviser(row.getObject("id", UUID.class), row.getObject("community", UUID.class),
                row.getString("name"), AdviserKind.valueOf(row.getString("kind")),
                AdviserLevel.valueOf(row.getString("level")), row.getString("unit"), row.getString("titles"),
                row.getString("invited_by"), row.getString("document"), row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class));
    }
}
