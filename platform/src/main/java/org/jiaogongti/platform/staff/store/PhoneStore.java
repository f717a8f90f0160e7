package org.jiaogongti.platform.staff.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Telephone numbers, sealed. */
@Repository
public class PhoneStore {

    private final JdbcClient jdbc;

    PhoneStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<byte[]> of(UUID person) {
        return jdbc.sql("select phone from staff.phone where person = :person").param("person", person)
                .query(byte[].class).optional();
    }

    public void put(UUID person, byte[] sealed, byte[] index) {
        jdbc.sql("""
                insert into staff.phone (person, phone, phone_index) values (:person, :sealed, :index)
                on conflict (district, person) do update set phone = excluded.phone, phone_index = excluded.phone_index
                """).param("person", person).param("sealed", sealed).param("index", index).update();
    }

    /** Whether there was one. */
    public boolean remove(UUID person) {
        return jdbc.sql("delete from staff.phone where person = :person").param("person", person).update() > 0;
    }

    /** Whose whole number it is. */
    public List<UUID> having(byte[] index) {
        return jdbc.sql("select person from staff.phone where phone_index = :index order by person limit 20")
                .param("index", index).query((row, n) -> row.getObject("person", UUID.class)).list();
    }
}
