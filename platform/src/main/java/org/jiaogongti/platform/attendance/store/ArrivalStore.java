package org.jiaogongti.platform.attendance.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.attendance.Arrival;
import org.jiaogongti.platform.attendance.Arrival.State;
import org.jiaogongti.platform.attendance.Arrival.Way;
import org.jiaogongti.platform.attendance.Arrival.Why;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who signed in. */
@Repository
public class ArrivalStore {

    private static final String SELECT = "SELECT id, person, name, school, school_name, way, state, why, at, arrived_at,"
            + " note, decided_by_name FROM attendance.arrival";

    private final JdbcClient jdbc;

    ArrivalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that stand, the earliest first. */
    public List<Arrival> standing(UUID occasion) {
        return jdbc.sql(SELECT + " WHERE occasion = :occasion AND state IN ('SIGNED', 'WAITING') ORDER BY at, id")
                .param("occasion", occasion).query(ArrivalStore::arrival).list();
    }

    public Optional<Arrival> find(UUID occasion, UUID id) {
        return jdbc.sql(SELECT + " WHERE occasion = :occasion AND id = :id").param("occasion", occasion)
                .param("id", id).query(ArrivalStore::arrival).optional();
    }

    /** What may be about the same: this id, this person, this name. */
    public List<Arrival> near(UUID occasion, UUID id, @Nullable UUID person, String name) {
        return jdbc.sql(SELECT + """
                 WHERE occasion = :occasion
                   AND (id = :id OR (state IN ('SIGNED', 'WAITING') AND (person = :person OR name = :name)))
                """).param("occasion", occasion).param("id", id).param("person", person, Types.OTHER)
                .param("name", name).query(ArrivalStore::arrival).list();
    }

    /** What a phone sent, the earliest first. */
    public List<Arrival> ofPhone(UUID occasion, byte[] phone) {
        return jdbc.sql(SELECT + " WHERE occasion = :occasion AND device = :phone ORDER BY arrived_at, id")
                .param("occasion", occasion).param("phone", phone).query(ArrivalStore::arrival).list();
    }

    /** What stands of a person. */
    public Optional<Arrival> ofPerson(UUID occasion, UUID person) {
        return jdbc.sql(SELECT + """
                 WHERE occasion = :occasion AND person = :person AND state IN ('SIGNED', 'WAITING')
                """).param("occasion", occasion).param("person", person).query(ArrivalStore::arrival).optional();
    }

    /** At what somebody signed in, by themselves or, unlisted, by name and school. */
    public Set<UUID> cameTo(UUID person, String name, Collection<UUID> schools) {
        return Set.copyOf(jdbc.sql("""
                SELECT occasion FROM attendance.arrival WHERE person = :person AND state = 'SIGNED'
                UNION
                SELECT occasion FROM attendance.arrival
                 WHERE person IS NULL AND state = 'SIGNED' AND name = :name AND school = ANY (:schools::uuid[])
                """).param("person", person).param("name", name)
                .param("schools", schools.stream().map(UUID::toString).toArray(String[]::new)).query(UUID.class)
                .list());
    }

    /** False where the id was there already, of whatever occasion. */
    public boolean insert(UUID occasion, Arrival arrival, byte @Nullable [] phone, @Nullable UUID by) {
        return jdbc
                .sql("""
                        INSERT INTO attendance.arrival (id, occasion, person, name, school, school_name, way, state, why, at,
                            arrived_at, note, device, decided_by, decided_by_name)
                        VALUES (:id, :occasion, :person, :name, :school, :schoolName, :way, :state, :why, :at, :arrivedAt, :note,
                            :phone, :by, :byName)
                        ON CONFLICT (district, id) DO NOTHING
                        """)
                .param("id", arrival.id()).param("occasion", occasion).param("person", arrival.person(), Types.OTHER)
                .param("name", arrival.name()).param("school", arrival.school(), Types.OTHER)
                .param("schoolName", arrival.schoolName()).param("way", arrival.way().name())
                .param("state", arrival.state().name())
                .param("why", arrival.why() == null ? null : arrival.why().name(), Types.VARCHAR)
                .param("at", arrival.at().atOffset(ZoneOffset.UTC))
                .param("arrivedAt", arrival.arrivedAt().atOffset(ZoneOffset.UTC)).param("note", arrival.note())
                .param("phone", phone, Types.BINARY).param("by", by, Types.OTHER).param("byName", arrival.by())
                .update() == 1;
    }

    /** Another state; false where it is no longer in the first one. */
    public boolean move(UUID id, State from, State to, @Nullable UUID by, String byName, String note) {
        return jdbc.sql("""
                UPDATE attendance.arrival SET state = :to, decided_by = coalesce(:by, decided_by),
                       decided_by_name = CASE WHEN :byName = '' THEN decided_by_name ELSE :byName END,
                       note = CASE WHEN :note = '' THEN note ELSE :note END
                 WHERE id = :id AND state = :from
                """).param("to", to.name()).param("by", by, Types.OTHER).param("byName", byName).param("note", note)
                .param("id", id).param("from", from.name()).update() == 1;
    }

    /** Which phone it was is of no more use. */
    public void forgetPhones(UUID occasion) {
        jdbc.sql("UPDATE attendance.arrival SET device = NULL WHERE occasion = :occasion AND device IS NOT NULL")
                .param("occasion", occasion).update();
    }

    private static Arrival arrival(ResultSet row, int n) throws SQLException {
        String why = row.getString("why");
        return new Arrival(row.getObject("id", UUID.class), row.getObject("person", UUID.class), row.getString("name"),
                row.getObject("school", UUID.class), row.getString("school_name"), Way.valueOf(row.getString("way")),
                State.valueOf(row.getString("state")), why == null ? null : Why.valueOf(why),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("arrived_at", OffsetDateTime.class).toInstant(), row.getString("note"),
                row.getString("decided_by_name"));
    }
}
