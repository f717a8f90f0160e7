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
import org.jiaogongti.platform.advice.Visit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What advisers wrote about occasions. */
@Repository
public class VisitStore {

    private static final String SELECT = "select id, adviser, occasion, present_on, seen, diagnosis, written_on from advice.visit";

    private final JdbcClient jdbc;

    VisitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Visit> ofAdviser(UUID adviser) {
        return jdbc.sql(SELECT + " where adviser = :adviser order by written_on desc nulls first, id desc")
                .param("adviser", adviser).query(VisitStore::visit).list();
    }

    public Optional<Visit> of(UUID adviser, UUID occasion) {
        return jdbc.sql(SELECT + " where adviser = :adviser and occasion = :occasion").param("adviser", adviser)
                .param("occasion", occasion).query(VisitStore::visit).optional();
    }

    public List<Visit> ofOccasion(UUID occasion) {
        return jdbc.sql(SELECT + " where occasion = :occasion order by id").param("occasion", occasion)
                .query(VisitStore::visit).list();
    }

    public List<Visit> find(Collection<UUID> wanted) {
        return jdbc.sql(SELECT + " where id = any(:ids::uuid[])").param("ids", ids(wanted)).query(VisitStore::visit)
                .list();
    }

    /** Inserts visits and changes those of the same adviser and occasion. */
    public void put(Collection<Visit> visits) {
        jdbc.sql("""
                insert into advice.visit (id, adviser, occasion, present_on, seen, diagnosis, written_on)
                select * from unnest(:ids::uuid[], :advisers::uuid[], :occasions::uuid[], :presents::date[],
                    :seens::text[], :diagnoses::text[], :writtens::date[])
                on conflict (district, adviser, occasion) do update set present_on = excluded.present_on,
                    seen = excluded.seen, diagnosis = excluded.diagnosis, written_on = excluded.written_on
                """).param("ids", texts(visits, visit -> visit.id().toString()))
                .param("advisers", texts(visits, visit -> visit.adviser().toString()))
                .param("occasions", texts(visits, visit -> visit.occasion().toString()))
                .param("presents", texts(visits, visit -> text(visit.presentOn())))
                .param("seens", texts(visits, Visit::seen)).param("diagnoses", texts(visits, Visit::diagnosis))
                .param("writtens", texts(visits, visit -> text(visit.writtenOn()))).update();
    }

    private static Visit visit(ResultSet row, int n) throws SQLException {
        return new Visit(row.getObject("id", UUID.class), row.getObject("adviser", UUID.class),
                row.getObject("occasion", UUID.class), row.getObject("present_on", LocalDate.class),
                row.getString("seen"), row.getString("diagnosis"), row.getObject("written_on", LocalDate.class));
    }
}
